package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.ORGANISATION;
import static org.jooq.impl.DSL.noCondition;

import com.google.common.collect.ImmutableList;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isonomia.adapters.persistence.generated.tables.records.OrganisationRecord;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.network.Siren;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The organisations, one row each. */
final class JooqOrganisationRepository implements OrganisationRepository {

    /** Where statements run: alone, or in a transaction that is open. */
    private interface Session {
        <T> T read(Function<DSLContext, T> question);

        <T> T write(UUID organisation, Function<DSLContext, T> change);
    }

    private final Session session;

    private JooqOrganisationRepository(Session session) {
        this.session = session;
    }

    /** Each call alone. */
    static JooqOrganisationRepository alone(Database database) {
        return new JooqOrganisationRepository(new Session() {
            @Override
            public <T> T read(Function<DSLContext, T> question) {
                return database.readInstallation(question);
            }

            @Override
            public <T> T write(UUID organisation, Function<DSLContext, T> change) {
                return database.write(organisation, change);
            }
        });
    }

    /** Each call in an open transaction; a refusal leaves it as it was. */
    static JooqOrganisationRepository within(Tenant tenant) {
        return new JooqOrganisationRepository(new Session() {
            @Override
            public <T> T read(Function<DSLContext, T> question) {
                return question.apply(tenant.dsl());
            }

            @Override
            public <T> T write(UUID organisation, Function<DSLContext, T> change) {
                return change.apply(tenant.dsl());
            }
        });
    }

    @Override
    public Optional<Organisation> find(Code code) {
        return fetch(ORGANISATION.CODE.eq(code.value())).stream().findFirst();
    }

    @Override
    public ImmutableList<Organisation> list() {
        return fetch(noCondition());
    }

    private ImmutableList<Organisation> fetch(Condition condition) {
        List<OrganisationRecord> rows = session.read(
                dsl -> dsl.selectFrom(ORGANISATION).where(condition).fetch());
        return rows.stream()
                .map(JooqOrganisationRepository::organisation)
                .sorted(Comparator.comparing(Organisation::code))
                .collect(toImmutableList());
    }

    @Override
    public void put(Organisation organisation) {
        OrganisationRecord row = new OrganisationRecord();
        row.setOrganisationId(organisation.id().value());
        row.setCode(organisation.code().value());
        row.setName(organisation.name());
        row.setKind(organisation.kind().name());
        row.setSiren(Columns.text(organisation.siren()));
        row.setTimeZone(organisation.timeZone().getId());
        row.setLanguage(organisation.language().getLanguage());
        session.write(organisation.id().value(), dsl -> {
            new Tenant(dsl, organisation.id().value()).change(nested -> nested.upsert(List.of(row), Optional.empty()));
            return organisation;
        });
    }

    private static Organisation organisation(OrganisationRecord row) {
        return new Organisation(
                new OrganisationId(row.getOrganisationId()),
                new Code(row.getCode()),
                row.getName(),
                Organisation.Kind.valueOf(row.getKind()),
                Optional.ofNullable(row.getSiren()).map(Siren::new),
                ZoneId.of(row.getTimeZone()),
                Locale.of(row.getLanguage()));
    }
}
