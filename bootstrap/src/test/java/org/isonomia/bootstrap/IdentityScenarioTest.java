package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.application.spi.testing.TestGateway.by;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.ApiTokens.Request;
import org.isonomia.application.identity.Caller;
import org.isonomia.application.identity.Client;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.identity.Outcome;
import org.isonomia.application.identity.SecondFactors.Enrolled;
import org.isonomia.application.identity.SignIn.Newcomer;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.Totp;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People on a real server, with real hashes and ciphers: from the first start to a commune's own lead. */
class IdentityScenarioTest {

    private static final Password OPERATORS = new Password("cinq mouettes jonglent");
    private static final Password LEADS = new Password("six hérissons dansent la nuit");
    private static final Client OFFICE = new Client("192.0.2.1", Optional.empty(), "Firefox");

    private final Organisation metropolis = organisation("amp");
    private final Organisation commune = organisation("13055");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-24T09:00:00Z");
    private TestDatabase database;
    private PersistenceAdapter persistence;
    private IdentityUseCases use;

    private static Organisation organisation(String code) {
        return new Organisation(
                new OrganisationId(UUID.randomUUID()),
                Code.parse(code),
                code,
                Organisation.Kind.OTHER,
                Optional.empty(),
                ZoneId.of("Europe/Paris"),
                Locale.FRENCH);
    }

    @BeforeEach
    void open() {
        database = TestServer.shared()
                .freshDatabase(
                        "identity", owner -> PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password()));
        persistence = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
                database.app().url(), database.app().user(), database.app().password()));
        persistence.organisations().put(metropolis);
        persistence.organisations().put(commune);
        use = start();
    }

    private IdentityUseCases start() {
        return IdentityWiring.open(
                persistence, folder, UUID::randomUUID, () -> now, IdentitySettings.DEFAULT, ImmutableMap.of());
    }

    @AfterEach
    void close() {
        persistence.close();
        database.close();
    }

    private static Outcome.SignedIn signedIn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.SignedIn.class);
        return (Outcome.SignedIn) outcome;
    }

    private Caller caller(Secret secret) {
        return use.callers().ofSession(secret.value());
    }

    private Caller firstOperator() {
        Secret link = use.firstOperator().invite().orElseThrow();
        return caller(signedIn(use.signIn()
                        .acceptFirst(
                                link.value(), new Newcomer(Login.parse("op@ville.example"), "Op"), OPERATORS, OFFICE))
                .secret());
    }

    private Outcome.SignedIn lead(Caller operator, Organisation organisation, String name) {
        Secret link = use.accounts()
                .invite(
                        by(operator.actor()),
                        new Invite(
                                organisation.code(),
                                Login.parse(name + "@ville.example"),
                                name,
                                ImmutableList.of(new Held(Role.PLAN_LEAD, Scope.EVERYTHING))))
                .link()
                .orElseThrow();
        return signedIn(use.signIn().accept(link.value(), LEADS, OFFICE));
    }

    private boolean may(Caller caller, Permission permission, Organisation organisation) {
        return !Policy.reach(caller.actor(), permission, organisation.id()).isNothing();
    }

    @Test
    void leadsFromTheFirstLinkToAnAuthenticatorAndBack() {
        Caller operator = firstOperator();
        assertThat(use.firstOperator().invite()).isEmpty();
        assertThat(may(operator, Permission.READ_WORKSPACE, metropolis)).isFalse();

        Outcome.SignedIn nadia = lead(operator, metropolis, "nadia");
        assertThat(may(caller(nadia.secret()), Permission.EDIT_PLAN, metropolis))
                .isTrue();
        assertThat(may(caller(nadia.secret()), Permission.READ_WORKSPACE, commune))
                .isFalse();

        use.accounts()
                .demandSecondFactor(
                        by(caller(nadia.secret()).actor()), metropolis.code(), ImmutableSet.of(Role.PLAN_LEAD));
        assertThat(persistence
                        .unitOfWork()
                        .read(metropolis.id(), stores -> stores.journal().page(JournalRepository.Query.latest(10)))
                        .entries()
                        .stream()
                        .map(recorded -> recorded.entry().useCase()))
                .containsExactly("demand-second-factor", "invite");
        assertThat(may(caller(nadia.secret()), Permission.EDIT_PLAN, metropolis))
                .isFalse();
        String secret = use.secondFactors().begin(caller(nadia.secret())).secret();
        use = start();
        Enrolled enrolled = use.secondFactors().finish(caller(nadia.secret()), code(secret));
        assertThat(may(caller(enrolled.secret()), Permission.EDIT_PLAN, metropolis))
                .isTrue();

        now = now.plus(Duration.ofHours(13));
        assertThat(caller(enrolled.secret())).isEqualTo(Caller.PUBLIC);
        Outcome.SecondFactorDue due =
                (Outcome.SecondFactorDue) use.signIn().byPassword("Nadia@Ville.example", LEADS, OFFICE);
        assertThat(use.signIn().bySecondFactor(due.secret().value(), "000000", OFFICE))
                .isEqualTo(new Outcome.Refused());
        Outcome.SignedIn again =
                signedIn(use.signIn().bySecondFactor(due.secret().value(), code(secret), OFFICE));
        String token = use.tokens()
                .create(
                        caller(again.secret()),
                        new Request("export", ImmutableSet.of(Permission.READ_WORKSPACE), Duration.ofDays(1)))
                .secret()
                .value();
        assertThat(may(use.callers().ofToken(token), Permission.READ_WORKSPACE, metropolis))
                .isTrue();
        assertThat(may(use.callers().ofToken(token), Permission.EDIT_PLAN, metropolis))
                .isFalse();
    }

    private String code(String base32) {
        return Totp.code(BaseEncoding.base32().omitPadding().decode(base32), Totp.step(now));
    }

    @Test
    void keepsTheKeyForItsOwner() throws Exception {
        Path key = folder.resolve("identity.key");

        assertThat(Files.readAllBytes(key)).hasSize(32).isEqualTo(IdentityKey.in(folder));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(key);
        }
        Files.write(key, new byte[3]);
        assertThatThrownBy(() -> IdentityKey.in(folder)).isInstanceOf(ConfigurationException.class);
    }

    /** What a database that was stolen tells: nothing by which somebody could sign in. */
    @Test
    void keepsNoSecretInTheDatabase() throws Exception {
        Outcome.SignedIn nadia = lead(firstOperator(), metropolis, "nadia");
        String seed = use.secondFactors().begin(caller(nadia.secret())).secret();
        StringBuilder dump = new StringBuilder();
        try (var connection = database.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select (select string_agg(to_jsonb(a)::text, '') from account a)"
                        + " || (select string_agg(to_jsonb(s)::text, '') from session s)"
                        + " || coalesce((select string_agg(to_jsonb(t)::text, '') from sign_in_attempt t), '')")) {
            rows.next();
            dump.append(rows.getString(1));
        }

        assertThat(dump.toString())
                .contains(
                        "$argon2id$v=19$m=19456,t=2,p=1$",
                        nadia.secret().digest().value())
                .doesNotContain(nadia.secret().value(), nadia.device().value(), seed, OFFICE.address());
    }
}
