package org.isonomia.application.spi.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.isonomia.application.identity.IdentityPorts;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.SignInAttemptRepository;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.TokenId;
import org.isonomia.domain.network.OrganisationId;

/** Somebody for tests over HTTP: they run the installation and lead in its organisations, by a password and by a token. */
public final class TestPeople {

    /** By what they sign in. */
    public static final String LOGIN = "cheffe@ville.example";

    /** Their password. */
    public static final String PASSWORD = "cinq mouettes jonglent";

    /** Their token, which permits all that they may do. */
    public static final String TOKEN = "isonomia_test-token";

    private static final AccountId ID = new AccountId(new UUID(8, 8));

    private TestPeople() {}

    /** The use cases of identity in memory, with hashes that are quick, and with that somebody. */
    public static IdentityUseCases inMemory(OrganisationRepository organisations, InstantSource clock) {
        return with(new InMemoryIdentity(), new InMemoryAttempts(), organisations, clock);
    }

    /** The use cases of identity over somebody's stores, with hashes that are quick, and with that somebody. */
    public static IdentityUseCases with(
            IdentityUnitOfWork work,
            SignInAttemptRepository attempts,
            OrganisationRepository organisations,
            InstantSource clock) {
        AtomicLong ids = new AtomicLong();
        IdentityPorts ports = new IdentityPorts(
                work,
                attempts,
                organisations,
                () -> new UUID(9, ids.incrementAndGet()),
                InMemorySecrets.source(42),
                InMemorySecrets.hasher(1),
                (password, own) -> password.value().startsWith("password"),
                InMemorySecrets.cipher("key"),
                TestGateway.journal(clock),
                clock);
        settle(ports);
        return IdentityUseCases.of(ports, IdentitySettings.DEFAULT);
    }

    /** A token that an account has for tests, by the account's name. */
    public static String token(String name) {
        return "isonomia_test-" + name;
    }

    /**
     * Somebody else, with a token for ten days.
     *
     * @param number tells accounts apart; from 100 on
     * @param account what becomes of the account as it was invited
     * @param permissions what the token is limited to
     */
    public static void enrol(
            IdentityUnitOfWork work,
            int number,
            String name,
            UnaryOperator<Account> account,
            ImmutableSet<Permission> permissions,
            Instant created,
            ImmutableList<Grant> grants) {
        AccountId id = new AccountId(new UUID(8, number));
        work.write(stores -> {
            stores.accounts()
                    .add(account.apply(Account.invited(id, Login.parse(name + "@ville.example"), name, created)
                            .withPassword("a hash")));
            Multimaps.index(grants, grant -> grant.organisation().orElseThrow())
                    .asMap()
                    .forEach((organisation, held) ->
                            stores.grants().put(id, organisation, ImmutableList.of(), ImmutableList.copyOf(held)));
            stores.tokens()
                    .add(new ApiToken(
                            new TokenId(new UUID(10, number)),
                            SecretDigest.of(token(name)),
                            id,
                            name,
                            permissions,
                            created,
                            created.plus(Duration.ofDays(10)),
                            Optional.empty()));
            return id;
        });
    }

    private static void settle(IdentityPorts ports) {
        Instant now = ports.clock().instant();
        String hash = ports.hasher().hash(new Password(PASSWORD));
        ports.work().write(stores -> {
            stores.accounts()
                    .add(Account.invited(ID, Login.parse(LOGIN), "administration", now)
                            .asOperator(true)
                            .withPassword(hash));
            ports.organisations().list().forEach(organisation -> {
                OrganisationId id = organisation.id();
                stores.grants()
                        .put(
                                ID,
                                id,
                                ImmutableList.of(),
                                ImmutableList.of(Grant.of(Role.PLAN_LEAD, id, Scope.EVERYTHING)));
            });
            stores.tokens()
                    .add(new ApiToken(
                            new TokenId(new UUID(8, 9)),
                            SecretDigest.of(TOKEN),
                            ID,
                            "tests",
                            ImmutableSet.copyOf(Permission.values()),
                            now,
                            now.plus(Duration.ofDays(300)),
                            Optional.empty()));
            return ID;
        });
    }
}
