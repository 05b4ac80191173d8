package org.isonomia.adapters.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.application.spi.ProviderRefusedException;

/** The authorization code flow with PKCE, and everything about the answers that has to hold before one is believed. */
final class OidcProvider implements IdentityProvider {

    private final IdentityAdapter.Provider settings;
    private final OidcDirectory directory;
    private final ClientID client;
    private final Issuer issuer;

    OidcProvider(IdentityAdapter.Provider settings) {
        this.settings = requireNonNull(settings, "settings");
        this.directory = new OidcDirectory(settings);
        this.client = new ClientID(settings.clientId());
        this.issuer = new Issuer(settings.issuer());
    }

    @Override
    public URI authorization(Proof proof) {
        Scope scope = new Scope("openid");
        settings.scopes().forEach(scope::add);
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), scope, client, settings.redirect())
                .endpointURI(directory.entry().metadata().getAuthorizationEndpointURI())
                .state(new State(proof.state()))
                .nonce(new Nonce(proof.nonce()))
                .codeChallenge(new CodeVerifier(proof.verifier()), CodeChallengeMethod.S256);
        if (proof.again()) {
            request.prompt(Prompt.Type.LOGIN);
        }
        return request.build().toURI();
    }

    @Override
    public Identified identify(Proof proof, ImmutableListMultimap<String, String> parameters) {
        try {
            AuthorizationCode code = code(proof, parameters);
            OIDCTokenResponse tokens = exchange(code, proof);
            IDTokenClaimsSet token = idToken(tokens.getOIDCTokens().getIDToken(), proof);
            Map<String, Object> claims = userInfo(tokens, token);
            return OidcClaims.read(settings, token, claims);
        } catch (ParseException | java.text.ParseException malformed) {
            throw new ProviderRefusedException("an answer cannot be read", malformed);
        } catch (BadJOSEException | JOSEException wrong) {
            throw new ProviderRefusedException("what was signed does not hold", wrong);
        } catch (IOException unreachable) {
            throw new ProviderRefusedException("the provider cannot be reached", unreachable);
        }
    }

    private AuthorizationCode code(Proof proof, ImmutableListMultimap<String, String> parameters)
            throws ParseException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Multimaps.asMap(parameters).forEach((name, values) -> {
            if (values.size() > 1) {
                throw new ProviderRefusedException("a parameter was brought twice");
            }
            all.put(name, values);
        });
        AuthenticationResponse response = AuthenticationResponseParser.parse(settings.redirect(), all);
        if (response.getState() == null || !same(response.getState().getValue(), proof.state())) {
            throw new ProviderRefusedException("this browser did not begin to sign in here");
        }
        boolean named = response.getIssuer() != null;
        if (named
                ? !response.getIssuer().equals(issuer)
                : directory.entry().metadata().supportsAuthorizationResponseIssuerParam()) {
            throw new ProviderRefusedException("the answer is another provider's");
        }
        if (!(response instanceof AuthenticationSuccessResponse success) || success.getAuthorizationCode() == null) {
            throw new ProviderRefusedException("the provider refused");
        }
        return success.getAuthorizationCode();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private OIDCTokenResponse exchange(AuthorizationCode code, Proof proof) throws ParseException, IOException {
        TokenRequest request = new TokenRequest.Builder(
                        directory.entry().metadata().getTokenEndpointURI(),
                        authentication(),
                        new AuthorizationCodeGrant(code, settings.redirect(), new CodeVerifier(proof.verifier())))
                .build();
        TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
        if (!(response instanceof OIDCTokenResponse tokens)
                || tokens.getOIDCTokens().getIDToken() == null) {
            throw new ProviderRefusedException("the provider told nothing of who it is");
        }
        return tokens;
    }

    /** In the header, unless the provider takes the secret in the body only. */
    private ClientAuthentication authentication() {
        Secret secret = new Secret(settings.clientSecret());
        List<ClientAuthenticationMethod> methods = directory.entry().metadata().getTokenEndpointAuthMethods();
        boolean inBody = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inBody ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private HTTPResponse send(HTTPRequest request) throws IOException {
        int timeout = (int) settings.timeout().toMillis();
        request.setConnectTimeout(timeout);
        request.setReadTimeout(timeout);
        request.setFollowRedirects(false);
        return request.send();
    }

    /** Checks signature, algorithm, issuer, audience, times, nonce and, which the validator leaves to us, the authorized party. */
    private IDTokenClaimsSet idToken(JWT token, Proof proof) throws BadJOSEException, JOSEException {
        IDTokenClaimsSet claims = new IDTokenValidator(
                        issuer, client, directory.entry().keys(), null)
                .validate(token, new Nonce(proof.nonce()));
        AuthorizedParty party = claims.getAuthorizedParty();
        boolean ours = party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(client.getValue());
        if (!ours) {
            throw new ProviderRefusedException("what was signed does not hold");
        }
        return claims;
    }

    private Map<String, Object> userInfo(OIDCTokenResponse tokens, IDTokenClaimsSet token)
            throws ParseException, java.text.ParseException, BadJOSEException, JOSEException, IOException {
        UserInfoRequest request = new UserInfoRequest(
                directory.entry().metadata().getUserInfoEndpointURI(),
                tokens.getOIDCTokens().getBearerAccessToken());
        UserInfoResponse response = UserInfoResponse.parse(send(request.toHTTPRequest()));
        if (!(response instanceof UserInfoSuccessResponse success)) {
            throw new ProviderRefusedException("the provider told nothing of who it is");
        }
        Map<String, Object> claims = success.getUserInfoJWT() != null
                ? signed(success.getUserInfoJWT()).getClaims()
                : unsigned(success);
        if (!token.getSubject().getValue().equals(claims.get("sub"))) {
            throw new ProviderRefusedException("the user information is somebody else's");
        }
        return claims;
    }

    private Map<String, Object> unsigned(UserInfoSuccessResponse response) {
        if (settings.signedUserInfo()) {
            throw new ProviderRefusedException("the user information is not signed");
        }
        return response.getUserInfo().toJSONObject();
    }

    /** Signed user information says by whom and for whom it was made, which nobody can replay elsewhere. */
    private JWTClaimsSet signed(JWT jwt) throws BadJOSEException, JOSEException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(directory.entry().keys());
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                client.getValue(),
                new JWTClaimsSet.Builder().issuer(issuer.getValue()).build(),
                Set.of("iss", "aud", "sub")));
        return processor.process(jwt, null);
    }
}
