package org.isonomia.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.isonomia.adapters.identity.TestProvider.Signature;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.application.spi.IdentityProvider.Identified;
import org.isonomia.application.spi.IdentityProvider.Proof;
import org.isonomia.application.spi.ProviderRefusedException;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.network.Siren;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcProviderTest {

    private static final Proof PROOF = new Proof("state-".repeat(8), "nonce-".repeat(8), "verifier-".repeat(6), false);

    private final TestProvider theirs = new TestProvider();
    private final IdentityProvider provider = provider(true, true);

    OidcProviderTest() throws IOException {}

    @AfterEach
    void close() {
        theirs.close();
    }

    private IdentityProvider provider(boolean signedUserInfo, boolean vouchesForEmail) {
        return IdentityAdapter.provider(new IdentityAdapter.Provider(
                URI.create(theirs.issuer),
                TestProvider.CLIENT,
                TestProvider.SECRET,
                TestProvider.REDIRECT,
                ImmutableSet.of("given_name", "usual_name", "email", "siret"),
                ImmutableSet.of("eidas2", "mfa"),
                signedUserInfo,
                vouchesForEmail,
                Duration.ofSeconds(5)));
    }

    private Identified identify() {
        return identify(provider);
    }

    private Identified identify(IdentityProvider asked) {
        return asked.identify(PROOF, theirs.answer(asked.authorization(PROOF)));
    }

    private void refused(String because) {
        assertThatThrownBy(this::identify)
                .isInstanceOf(ProviderRefusedException.class)
                .hasMessage(because);
    }

    @Test
    void asksForACodeWithStateNonceAndAChallenge() {
        URI address = provider.authorization(PROOF);
        Map<String, List<String>> question = URLUtils.parseParameters(address.getRawQuery());

        assertThat(address).asString().startsWith(theirs.issuer + "/authorize?");
        assertThat(question)
                .containsEntry("response_type", List.of("code"))
                .containsEntry("client_id", List.of(TestProvider.CLIENT))
                .containsEntry("redirect_uri", List.of(TestProvider.REDIRECT.toString()))
                .containsEntry("scope", List.of("openid given_name usual_name email siret"))
                .containsEntry("state", List.of(PROOF.state()))
                .containsEntry("nonce", List.of(PROOF.nonce()))
                .containsEntry("code_challenge_method", List.of("S256"))
                .hasSize(8);
        assertThat(address.toString()).doesNotContain(PROOF.verifier());
    }

    @Test
    void asksToProveAgainWhereThatIsWanted() {
        URI address = provider.authorization(new Proof(PROOF.state(), PROOF.nonce(), PROOF.verifier(), true));

        assertThat(URLUtils.parseParameters(address.getRawQuery())).containsEntry("prompt", List.of("login"));
    }

    @Test
    void tellsWhoCameBack() {
        Identified nadia = identify();

        assertThat(nadia.identity()).isEqualTo(new ExternalIdentity(theirs.issuer, "nadia"));
        assertThat(nadia.login()).contains(Login.parse("nadia@ville.example"));
        assertThat(nadia.name()).isEqualTo("Nadia Ben Youcef");
        assertThat(nadia.siren()).contains(new Siren("200054807"));
        assertThat(nadia.secondFactor()).isFalse();
        assertThat(nadia.authenticated().orElseThrow())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Signature.class,
            names = {"RS256", "ES256"})
    void takesBothAlgorithmsForBothAnswers(Signature signature) {
        theirs.tokenSignature = signature;
        theirs.infoSignature = signature;

        assertThat(identify().identity().subject()).isEqualTo("nadia");
    }

    @ParameterizedTest
    @EnumSource(
            value = Signature.class,
            names = {"HS256", "FORGED", "NONE"})
    void refusesATokenThatOthersCouldHaveSigned(Signature signature) {
        theirs.tokenSignature = signature;

        refused("what was signed does not hold");
    }

    @ParameterizedTest
    @EnumSource(
            value = Signature.class,
            names = {"HS256", "FORGED", "NONE"})
    void refusesUserInformationThatOthersCouldHaveSigned(Signature signature) {
        theirs.infoSignature = signature;

        refused("what was signed does not hold");
    }

    static Stream<Arguments> lies() {
        Date past = Date.from(Instant.now().minusSeconds(3600));
        return Stream.of(
                lie("another issuer", claims -> claims.issuer("https://other.example")),
                lie("another audience", claims -> claims.audience("other")),
                lie(
                        "more audiences",
                        claims -> claims.audience(List.of(TestProvider.CLIENT, "other"))
                                .claim("azp", "other")),
                lie(
                        "more audiences and no authorized party",
                        claims -> claims.audience(List.of(TestProvider.CLIENT, "other"))),
                lie("expired", claims -> claims.expirationTime(past)),
                lie("no expiry", claims -> claims.expirationTime(null)),
                lie(
                        "of the future",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(3600)))),
                lie("another nonce", claims -> claims.claim("nonce", "x".repeat(48))),
                lie("no nonce", claims -> claims.claim("nonce", null)),
                lie("no subject", claims -> claims.subject(null)));
    }

    private static Arguments lie(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void refusesATokenWith(String name, UnaryOperator<JWTClaimsSet.Builder> lie) {
        theirs.token = lie;

        refused("what was signed does not hold");
    }

    @Test
    void refusesUserInformationOfAnotherIssuerForOthersOrOfSomebodyElse() {
        theirs.info = claims -> claims.issuer("https://other.example");
        refused("what was signed does not hold");
        theirs.info = claims -> claims.audience("other");
        refused("what was signed does not hold");
        theirs.info = claims -> claims.subject("karim");
        refused("the user information is somebody else's");
    }

    @Test
    void refusesUserInformationThatIsNotSignedUnlessThatIsAllowed() {
        theirs.signsInfo = false;
        refused("the user information is not signed");

        assertThat(identify(provider(false, true)).name()).isEqualTo("Nadia Ben Youcef");
    }

    @Test
    void refusesABrowserThatBeganElsewhere() {
        ImmutableListMultimap<String, String> answer = theirs.answer(provider.authorization(PROOF));
        Proof another = new Proof("other-".repeat(8), PROOF.nonce(), PROOF.verifier(), false);

        assertThatThrownBy(() -> provider.identify(another, answer))
                .isInstanceOf(ProviderRefusedException.class)
                .hasMessage("this browser did not begin to sign in here");
        assertThat(theirs.tokenRequests).isEmpty();
        assertThatThrownBy(() -> provider.identify(PROOF, ImmutableListMultimap.of("code", "x")))
                .isInstanceOf(ProviderRefusedException.class);
    }

    @Test
    void exchangesNoCodeWithoutTheVerifier() {
        ImmutableListMultimap<String, String> answer = theirs.answer(provider.authorization(PROOF));
        Proof another = new Proof(PROOF.state(), PROOF.nonce(), "another-".repeat(6), false);

        assertThatThrownBy(() -> provider.identify(another, answer)).isInstanceOf(ProviderRefusedException.class);
    }

    @Test
    void refusesAnswersOfAnotherProviderAndParametersThatComeTwice() {
        String state = PROOF.state();

        for (ImmutableListMultimap<String, String> answer : List.of(
                ImmutableListMultimap.of("code", "x", "state", state, "iss", "https://other.example"),
                ImmutableListMultimap.of("code", "x", "code", "y", "state", state),
                ImmutableListMultimap.of("error", "access_denied", "state", state),
                ImmutableListMultimap.of("state", state),
                ImmutableListMultimap.<String, String>of())) {
            assertThatThrownBy(() -> provider.identify(PROOF, answer)).isInstanceOf(ProviderRefusedException.class);
        }
        assertThat(theirs.tokenRequests).isEmpty();
    }

    @Test
    void wantsTheProviderToNameItselfWhereItSaysThatItDoes() {
        theirs.metadata = ", \"authorization_response_iss_parameter_supported\": true";
        refused("the answer is another provider's");

        ImmutableListMultimap<String, String> answer = ImmutableListMultimap.<String, String>builder()
                .putAll(theirs.answer(provider.authorization(PROOF)))
                .put("iss", theirs.issuer)
                .build();
        assertThat(provider.identify(PROOF, answer).identity().subject()).isEqualTo("nadia");
    }

    @Test
    void refusesAProviderThatCallsItselfSomethingElseOrCannotBeReached() {
        String address = theirs.issuer;
        theirs.issuer = address + "/";
        assertThatThrownBy(() -> provider.authorization(PROOF))
                .isInstanceOf(ProviderRefusedException.class)
                .hasMessage("the provider cannot be asked what it is");
        theirs.issuer = address;
        assertThat(provider.authorization(PROOF)).isNotNull();
        theirs.close();
        assertThatThrownBy(() -> provider(true, true).authorization(PROOF))
                .isInstanceOf(ProviderRefusedException.class);
        assertThatThrownBy(
                        () -> provider.identify(PROOF, ImmutableListMultimap.of("code", "x", "state", PROOF.state())))
                .isInstanceOf(ProviderRefusedException.class)
                .hasMessage("the provider cannot be reached");
    }

    @Test
    void refusesAddressesThatAreNotSafe() {
        theirs.metadata = ", \"jwks_uri\": \"http://keys.example\"";
        assertThatThrownBy(() -> provider.authorization(PROOF)).isInstanceOf(ProviderRefusedException.class);
        assertThatThrownBy(() -> new IdentityAdapter.Provider(
                        URI.create("http://provider.example"),
                        "a",
                        "b",
                        TestProvider.REDIRECT,
                        ImmutableSet.of(),
                        ImmutableSet.of(),
                        true,
                        true,
                        Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsTheSecretInTheBodyToAProviderThatTakesItThereOnly() {
        identify();
        assertThat(theirs.tokenRequests.getLast()).doesNotContain("client_secret");
        theirs.metadata = ", \"token_endpoint_auth_methods_supported\": [\"client_secret_post\"]";

        identify(provider(true, true));
        assertThat(theirs.tokenRequests.getLast()).contains("client_secret");
    }

    @Test
    void refusesWhenTheProviderRefusesTheCode() {
        theirs.refusesCode = true;

        assertThatThrownBy(this::identify).isInstanceOf(ProviderRefusedException.class);
    }

    @Test
    void believesEmailAddressesThatTheProviderVerifiedOrVouchesFor() {
        assertThat(identify(provider(true, false)).login()).isEmpty();
        theirs.info = claims -> claims.claim("email_verified", true);
        assertThat(identify(provider(true, false)).login()).isPresent();
        theirs.info = claims -> claims.claim("email_verified", false);
        assertThat(identify().login()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eidas2", "mfa"})
    void knowsASecondFactorByClassOrMethod(String factor) {
        theirs.token = claims -> claims.claim("acr", factor);
        assertThat(identify().secondFactor()).isTrue();
        theirs.token = claims -> claims.claim("amr", List.of("pwd", factor));
        assertThat(identify().secondFactor()).isTrue();
        theirs.token = claims -> claims.claim("amr", List.of("pwd"));
        assertThat(identify().secondFactor()).isFalse();
    }

    @Test
    void takesNoOrganisationFromANumberThatIsNone() {
        theirs.info = claims -> claims.claim("siret", "1");
        assertThat(identify().siren()).isEmpty();
        theirs.info = claims -> claims.claim("siret", null);
        assertThat(identify().siren()).isEmpty();
        theirs.info = claims -> claims.claim("siret", "20005480800017");
        refused("a claim has a value that it cannot have");
    }

    @Test
    void givesSomebodyANameInAnyCase() {
        theirs.info = claims -> claims.claim("given_name", null).claim("usual_name", " ");
        assertThat(identify().name()).isEqualTo("?");
        theirs.info = claims -> claims.claim("name", "Nadia\nBen  Youcef");
        assertThat(identify().name()).isEqualTo("Nadia Ben Youcef");
    }

    @Test
    void saysNoSecret() {
        assertThat(new IdentityAdapter.Provider(
                                URI.create(theirs.issuer),
                                "a",
                                "s3cret",
                                TestProvider.REDIRECT,
                                ImmutableSet.of(),
                                ImmutableSet.of(),
                                true,
                                true,
                                Duration.ofSeconds(5))
                        .toString())
                .doesNotContain("s3cret");
        assertThat(Optional.of(PROOF).toString()).doesNotContain(PROOF.verifier());
    }
}
