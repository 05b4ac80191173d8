package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkState;

import java.util.function.Function;
import java.util.function.Supplier;
import org.isonomia.application.spi.AccountRepository;
import org.isonomia.application.spi.ApiTokenRepository;
import org.isonomia.application.spi.CallerSearch;
import org.isonomia.application.spi.GrantRepository;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.InvitationRepository;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.SessionRepository;
import org.isonomia.domain.network.OrganisationId;
import org.jooq.DSLContext;

/** One transaction per call. */
final class JooqIdentityUnitOfWork implements IdentityUnitOfWork {

    private final Database database;
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);

    JooqIdentityUnitOfWork(Database database) {
        this.database = database;
    }

    @Override
    public <T> T read(Function<IdentityStores, T> work) {
        return alone(() -> database.readIdentity(dsl -> work.apply(JooqIdentityStores.of(dsl))));
    }

    @Override
    public <T> T write(Function<IdentityStores, T> work) {
        return alone(() -> database.writeIdentity(dsl -> work.apply(JooqIdentityStores.of(dsl))));
    }

    private <T> T alone(Supplier<T> call) {
        checkState(!working.get(), "units of work do not nest");
        working.set(true);
        try {
            return call.get();
        } finally {
            working.remove();
        }
    }

    private record JooqIdentityStores(
            AccountRepository accounts,
            GrantRepository grants,
            SessionRepository sessions,
            InvitationRepository invitations,
            ApiTokenRepository tokens,
            CallerSearch callers,
            DSLContext dsl)
            implements IdentityStores {

        /** Row-level security shows one organisation's journal at a time: the one that the transaction names. */
        @Override
        public JournalRepository journal(OrganisationId organisation) {
            Database.name(dsl, organisation.value());
            return new JooqJournalRepository(new Tenant(dsl, organisation.value()));
        }

        static JooqIdentityStores of(DSLContext dsl) {
            return new JooqIdentityStores(
                    new JooqAccountRepository(dsl),
                    new JooqGrantRepository(dsl),
                    new JooqSessionRepository(dsl),
                    new JooqInvitationRepository(dsl),
                    new JooqApiTokenRepository(dsl),
                    new JooqCallerSearch(dsl),
                    dsl);
        }
    }
}
