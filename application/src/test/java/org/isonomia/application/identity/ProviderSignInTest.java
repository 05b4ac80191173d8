package org.isonomia.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.application.identity.TestHouse.OFFICE;
import static org.isonomia.application.identity.TestHouse.PASSWORD;
import static org.isonomia.application.identity.TestHouse.login;
import static org.isonomia.application.identity.TestHouse.signedIn;
import static org.isonomia.application.spi.testing.TestGateway.by;

import com.google.common.collect.ImmutableListMultimap;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.ProviderRefusedException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.network.Siren;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSignInTest {

    private static final Siren METROPOLIS = new Siren("200054807");
    private static final Siren OTHER = new Siren("552100554");
    private static final ImmutableListMultimap<String, String> ANSWER = ImmutableListMultimap.of("code", "code");

    private final TestHouse house = new TestHouse();
    private final FakeProvider provider = new FakeProvider();

    /** A provider that says what a test lets it say. */
    private static final class FakeProvider implements IdentityProvider {

        private String subject = "nadia";
        private Optional<Login> login = Optional.of(login("nadia"));
        private Optional<Siren> siren = Optional.of(METROPOLIS);
        private boolean secondFactor;
        private Optional<Instant> authenticated = Optional.empty();
        private Optional<Proof> proof = Optional.empty();

        @Override
        public URI authorization(Proof asked) {
            return URI.create("https://provider.example/?state=" + asked.state());
        }

        @Override
        public Identified identify(Proof answered, ImmutableListMultimap<String, String> parameters) {
            proof = Optional.of(answered);
            return new Identified(
                    new ExternalIdentity("https://provider.example", subject),
                    login,
                    "Nadia",
                    siren,
                    secondFactor,
                    authenticated);
        }
    }

    ProviderSignInTest() {
        house.provide("proconnect", provider);
        house.provide("other", new FakeProvider());
        house.settle(house.metropolis, METROPOLIS);
        house.settle(house.commune, new Siren("211300553"));
    }

    private ProviderSignIn use() {
        return house.use.providers();
    }

    private Outcome signIn() {
        return use().finish("proconnect", use().begin("proconnect", false).memory(), ANSWER, OFFICE);
    }

    private AccountId invited() {
        return house.invite("nadia", house.metropolis, Role.PLAN_LEAD).account();
    }

    @Test
    void signsInWhoWasInvitedByTheOrganisationThatTheProviderTells() {
        AccountId nadia = invited();
        Outcome.SignedIn in = signedIn(signIn());

        assertThat(in.session().account()).isEqualTo(nadia);
        assertThat(house.caller(in).actor().account()).contains(nadia);
    }

    @Test
    void knowsThemAgainByWhatTheProviderCallsThemOnly() {
        AccountId nadia = invited();
        signIn();
        provider.login = Optional.of(login("married-name"));
        provider.siren = Optional.empty();
        assertThat(signedIn(signIn()).session().account()).isEqualTo(nadia);

        provider.subject = "somebody else";
        provider.login = Optional.of(login("nadia"));
        provider.siren = Optional.of(OTHER);
        assertThat(signIn()).isEqualTo(new Outcome.Refused());
    }

    @Test
    void letsNobodyInWhoWasNotInvited() {
        assertThat(signIn()).isEqualTo(new Outcome.Refused());
        invited();
        provider.siren = Optional.of(OTHER);
        assertThat(signIn()).isEqualTo(new Outcome.Refused());
        provider.siren = Optional.empty();
        assertThat(signIn()).isEqualTo(new Outcome.Refused());
        provider.siren = Optional.of(METROPOLIS);
        provider.login = Optional.empty();
        assertThat(signIn()).isEqualTo(new Outcome.Refused());
    }

    /** Otherwise the lead of one organisation could invite somebody of another, and have its own provider call others so. */
    @Test
    void doesNotTieAnAccountThatHoldsRolesElsewhereToo() {
        invited();
        house.invite("nadia", house.commune, Role.ASSISTANT);

        assertThat(signIn()).isEqualTo(new Outcome.Refused());
    }

    @Test
    void doesNotTieAnOperator() {
        AccountId nadia = invited();
        house.use.operators().appoint(TestHouse.OPERATOR, nadia, true);

        assertThat(signIn()).isEqualTo(new Outcome.Refused());
    }

    @Test
    void makesTheInvitationGoodForNothing() {
        String link = house.invite("nadia", house.metropolis, Role.PLAN_LEAD)
                .link()
                .orElseThrow()
                .value();
        signedIn(signIn());

        assertThat(house.use.signIn().invitation(link)).isEmpty();
    }

    @Test
    void refusesWhoIsDisabled() {
        AccountId nadia = invited();
        Outcome.SignedIn in = signedIn(signIn());
        house.use.accounts().setDisabled(by(TestHouse.OPERATOR), nadia, 1, true);

        assertThat(signIn()).isEqualTo(new Outcome.Refused());
        assertThat(house.caller(in)).isEqualTo(Caller.PUBLIC);
    }

    @Test
    void tiesWhoIsSignedInAlready() {
        Outcome.SignedIn karim = house.join("karim", house.commune, Role.PLAN_LEAD);
        house.invite("karim", house.metropolis, Role.ASSISTANT);
        use().tie(
                        house.caller(karim),
                        "proconnect",
                        use().begin("proconnect", false).memory(),
                        ANSWER);
        assertThat(signedIn(signIn()).session().account())
                .isEqualTo(karim.session().account());

        Outcome.SignedIn lou = house.join("lou", house.commune, Role.ASSISTANT);
        assertThatThrownBy(() -> use().tie(
                                house.caller(lou),
                                "proconnect",
                                use().begin("proconnect", false).memory(),
                                ANSWER))
                .isInstanceOf(DuplicateCodeException.class);
        assertThatThrownBy(() -> use().tie(
                                Caller.PUBLIC,
                                "proconnect",
                                use().begin("proconnect", false).memory(),
                                ANSWER))
                .isInstanceOf(ForbiddenException.class);
        house.pass(Duration.ofMinutes(11));
        assertThatThrownBy(() -> use().tie(
                                house.caller(lou),
                                "proconnect",
                                use().begin("proconnect", false).memory(),
                                ANSWER))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void asksForTheSecondFactorThatTheProviderDidNotAskFor() {
        TestHouse.Authenticator nadia = house.enrol(house.join("nadia", house.metropolis, Role.PLAN_LEAD));
        Outcome outcome = signIn();

        assertThat(outcome).isInstanceOf(Outcome.SecondFactorDue.class);
        String half = ((Outcome.SecondFactorDue) outcome).secret().value();
        signedIn(house.use.signIn().bySecondFactor(half, house.code(nadia.secret()), OFFICE));
        provider.secondFactor = true;
        assertThat(signedIn(signIn()).session().secondFactor()).isTrue();
    }

    @Test
    void takesForFreshWhatTheProviderSaysIsFresh() {
        invited();
        assertThat(house.caller(signedIn(signIn())).fresh()).isFalse();
        provider.authenticated = Optional.of(house.now().minus(Duration.ofMinutes(9)));
        assertThat(house.caller(signedIn(signIn())).fresh()).isTrue();
        provider.authenticated = Optional.of(house.now().minus(Duration.ofMinutes(10)));
        assertThat(house.caller(signedIn(signIn())).fresh()).isFalse();
        provider.authenticated = Optional.of(house.now().plus(Duration.ofDays(1)));
        Caller future = house.caller(signedIn(signIn()));
        assertThat(future.session().orElseThrow().confirmed()).isEqualTo(house.now());

        provider.authenticated = Optional.empty();
        String memory = use().begin("proconnect", true).memory();
        assertThat(house.caller(signedIn(use().finish("proconnect", memory, ANSWER, OFFICE)))
                        .fresh())
                .isTrue();
    }

    @Test
    void remembersInTheBrowserWhatOnlyItCanRead() {
        invited();
        ProviderSignIn.Departure departure = use().begin("proconnect", false);
        signedIn(use().finish("proconnect", departure.memory(), ANSWER, OFFICE));
        IdentityProvider.Proof proof = provider.proof.orElseThrow();

        assertThat(departure.address().toString()).contains(proof.state()).doesNotContain(proof.nonce());
        assertThat(departure.memory()).doesNotContain(proof.state(), proof.nonce(), proof.verifier());
        assertThat(proof.state()).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(proof.nonce());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "bm9uc2Vuc2U="})
    void refusesABrowserThatRemembersNothing(String memory) {
        assertThatThrownBy(() -> use().finish("proconnect", memory, ANSWER, OFFICE))
                .isInstanceOf(ProviderRefusedException.class);
        assertThatThrownBy(() -> use().finish("proconnect", "x".repeat(10_000), ANSWER, OFFICE))
                .isInstanceOf(ProviderRefusedException.class);
    }

    @Test
    void refusesABrowserThatBeganWithAnotherProviderOrLongAgo() {
        invited();
        String other = use().begin("other", false).memory();
        assertThatThrownBy(() -> use().finish("proconnect", other, ANSWER, OFFICE))
                .isInstanceOf(ProviderRefusedException.class);

        String memory = use().begin("proconnect", false).memory();
        house.pass(Duration.ofMinutes(11));
        assertThatThrownBy(() -> use().finish("proconnect", memory, ANSWER, OFFICE))
                .isInstanceOf(ProviderRefusedException.class);
        assertThat(provider.proof).isEmpty();
    }

    @Test
    void knowsTheProvidersThatAreSetUp() {
        assertThat(use().providers()).containsExactly("proconnect", "other");
        assertThatThrownBy(() -> use().begin("nobody", false)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void leavesThePasswordToWhoHasOne() {
        house.join("nadia", house.metropolis, Role.PLAN_LEAD);
        signedIn(signIn());

        signedIn(house.signIn("nadia", PASSWORD, OFFICE));
    }
}
