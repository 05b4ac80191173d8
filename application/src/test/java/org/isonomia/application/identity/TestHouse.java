package org.isonomia.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.application.spi.testing.TestGateway.by;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.application.spi.PasswordScreen;
import org.isonomia.application.spi.testing.IdentitySamples;
import org.isonomia.application.spi.testing.InMemoryAttempts;
import org.isonomia.application.spi.testing.InMemoryIdentity;
import org.isonomia.application.spi.testing.InMemorySecrets;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.Totp;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.Siren;

/** An installation in memory with two organisations, and a clock that a test sets on. */
final class TestHouse {

    static final Password PASSWORD = new Password("cinq mouettes jonglent");
    static final Password OTHER_PASSWORD = new Password("six hérissons dansent");
    static final Password WRONG = new Password("sept renards chantent");
    static final Client OFFICE = new Client("192.0.2.1", Optional.empty(), "Firefox");
    static final Client ELSEWHERE = new Client("198.51.100.7", Optional.empty(), "Chromium");
    /** Somebody who runs the installation and has just signed in. */
    static final Actor OPERATOR =
            Actor.of(new AccountId(new UUID(1, 3)), "operator", ImmutableList.of(Grant.operator()));

    final InMemoryIdentity work = new InMemoryIdentity();
    final InMemoryAttempts attempts = new InMemoryAttempts();
    final Organisation metropolis = Samples.organisation(UUID.randomUUID(), "amp");
    final Organisation commune = Samples.organisation(UUID.randomUUID(), "13055");
    final List<Password> verifications = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, IdentityProvider> providers = new LinkedHashMap<>();
    private final InMemoryStores stores = InMemoryStores.create();
    private PasswordHasher hasher = counting(InMemorySecrets.hasher(1));
    private IdentitySettings settings = IdentitySettings.DEFAULT;
    private Instant now = IdentitySamples.NOW;
    private long ids;
    IdentityUseCases use;

    TestHouse() {
        stores.ports().organisations().put(metropolis);
        stores.ports().organisations().put(commune);
        use = open();
    }

    private PasswordHasher counting(PasswordHasher inner) {
        return new PasswordHasher() {
            @Override
            public String hash(Password password) {
                return inner.hash(password);
            }

            @Override
            public boolean verify(Password password, String hash) {
                verifications.add(password);
                return inner.verify(password, hash);
            }

            @Override
            public void verifyNothing(Password password) {
                verifications.add(password);
                inner.verifyNothing(password);
            }

            @Override
            public boolean isOutdated(String hash) {
                return inner.isOutdated(hash);
            }
        };
    }

    private IdentityUseCases open() {
        PasswordScreen screen = (password, own) -> password.value().startsWith("password");
        return IdentityUseCases.of(
                new IdentityPorts(
                        work,
                        attempts,
                        stores.ports().organisations(),
                        () -> new UUID(7, ++ids),
                        InMemorySecrets.source(42),
                        hasher,
                        screen,
                        InMemorySecrets.cipher("key"),
                        TestGateway.journal(() -> now),
                        () -> now),
                settings,
                ImmutableMap.copyOf(providers));
    }

    /** Sets an identity provider up. */
    void provide(String name, IdentityProvider provider) {
        providers.put(name, provider);
        use = open();
    }

    /** Gives an organisation its SIREN number. */
    void settle(Organisation organisation, Siren siren) {
        stores.ports()
                .organisations()
                .put(new Organisation(
                        organisation.id(),
                        organisation.code(),
                        organisation.name(),
                        organisation.kind(),
                        Optional.of(siren),
                        organisation.timeZone(),
                        organisation.language()));
    }

    /** The same house, after it was opened with other settings. */
    void reopen(UnaryOperator<IdentitySettings> change) {
        settings = change.apply(settings);
        use = open();
    }

    /** The same house, after hashes were made stronger. */
    void strengthen() {
        hasher = counting(InMemorySecrets.hasher(2));
        use = open();
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    static Login login(String name) {
        return Login.parse(name + "@ville.example");
    }

    Invited invite(String name, Organisation organisation, Role role) {
        return use.accounts()
                .invite(
                        by(leadOf(organisation)),
                        new Invite(
                                organisation.code(),
                                login(name),
                                name,
                                ImmutableList.of(new Held(role, Scope.EVERYTHING))));
    }

    /** An actor who leads in an organisation and has just signed in. */
    static Actor leadOf(Organisation organisation) {
        return Actor.of(
                new AccountId(new UUID(1, 1)),
                "lead",
                ImmutableList.of(Grant.of(Role.PLAN_LEAD, organisation.id(), Scope.EVERYTHING)));
    }

    /** Somebody who followed their invitation, and by what they are signed in. */
    Outcome.SignedIn join(String name, Organisation organisation, Role role) {
        Secret link = invite(name, organisation, role).link().orElseThrow();
        return signedIn(use.signIn().accept(link.value(), PASSWORD, OFFICE));
    }

    static Outcome.SignedIn signedIn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.SignedIn.class);
        return (Outcome.SignedIn) outcome;
    }

    Outcome signIn(String name, Password password, Client client) {
        return use.signIn().byPassword(login(name).value(), password, client);
    }

    Caller caller(Outcome.SignedIn signedIn) {
        return use.callers().ofSession(signedIn.secret().value());
    }

    Caller caller(Secret secret) {
        return use.callers().ofSession(secret.value());
    }

    /** The code that the authenticator with a secret in Base32 shows now. */
    String code(String base32) {
        byte[] secret = com.google.common.io.BaseEncoding.base32().omitPadding().decode(base32);
        return Totp.code(secret, Totp.step(now));
    }

    /** Somebody's authenticator. */
    record Authenticator(String secret, Outcome.SignedIn session, ImmutableList<String> recoveryCodes) {}

    /** Lets somebody use an authenticator. */
    Authenticator enrol(Outcome.SignedIn signedIn) {
        String secret = use.secondFactors().begin(caller(signedIn)).secret();
        SecondFactors.Enrolled enrolled = use.secondFactors().finish(caller(signedIn), code(secret));
        pass(Duration.ofSeconds(60));
        return new Authenticator(
                secret,
                new Outcome.SignedIn(enrolled.secret(), enrolled.session(), signedIn.device()),
                enrolled.recoveryCodes());
    }
}
