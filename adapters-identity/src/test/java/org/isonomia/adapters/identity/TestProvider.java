package org.isonomia.adapters.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A provider on this machine that does what ProConnect does, and that a test can make lie about one thing at a time. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "isonomia";
    static final String SECRET = "a secret of sixty-four characters, so that it could sign by HS256";
    static final URI REDIRECT = URI.create("http://localhost:8080/sign-in/proconnect");

    /** How an answer is signed. */
    enum Signature {
        RS256,
        ES256,
        /** By what the client knows too. */
        HS256,
        /** By a key that the provider does not have, under the name of one that it has. */
        FORGED,
        NONE
    }

    private static final RSAKey RSA = rsa();
    private static final RSAKey FORGED_RSA = rsa();
    private static final ECKey EC = ec();

    private final HttpServer server;
    private final Map<String, Map<String, List<String>>> asked = new HashMap<>();
    final List<String> tokenRequests = new ArrayList<>();
    Signature tokenSignature = Signature.RS256;
    Signature infoSignature = Signature.ES256;
    boolean signsInfo = true;
    boolean refusesCode;
    String issuer;
    String metadata = "";
    UnaryOperator<JWTClaimsSet.Builder> token = UnaryOperator.identity();
    UnaryOperator<JWTClaimsSet.Builder> info = UnaryOperator.identity();

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    TestProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort() + "/api/v2";
        server.createContext("/api/v2/.well-known/openid-configuration", exchange -> json(exchange, describe()));
        server.createContext(
                "/api/v2/jwks",
                exchange -> json(exchange, new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK())).toString()));
        server.createContext("/api/v2/token", this::token);
        server.createContext("/api/v2/userinfo", this::userInfo);
        server.start();
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort() + "/api/v2";
    }

    private String describe() {
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
                 "userinfo_endpoint": "%s/userinfo", "jwks_uri": "%s/jwks", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]%s}
                """.formatted(issuer, base(), base(), base(), base(), metadata);
    }

    /** What the browser of somebody who proved who they are brings back. */
    ImmutableListMultimap<String, String> answer(URI authorization) {
        Map<String, List<String>> question = URLUtils.parseParameters(authorization.getRawQuery());
        String code = "code-" + asked.size();
        asked.put(code, question);
        return ImmutableListMultimap.of(
                "code", code, "state", question.get("state").getFirst());
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, List<String>> request = URLUtils.parseParameters(body);
        tokenRequests.add(body);
        Map<String, List<String>> question = asked.remove(request.get("code").getFirst());
        String challenge = CodeChallenge.compute(
                        CodeChallengeMethod.S256,
                        new CodeVerifier(request.get("code_verifier").getFirst()))
                .getValue();
        if (refusesCode
                || question == null
                || !challenge.equals(question.get("code_challenge").getFirst())
                || !authenticated(exchange, request)) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(base())
                .audience(CLIENT)
                .subject("nadia")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("auth_time", Instant.now().getEpochSecond())
                .claim("acr", "eidas1")
                .claim("nonce", question.get("nonce").getFirst());
        json(exchange, """
                {"access_token": "access", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
                """.formatted(sign(token.apply(claims).build(), tokenSignature)));
    }

    private static boolean authenticated(HttpExchange exchange, Map<String, List<String>> request) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return request.getOrDefault("client_secret", List.of("")).getFirst().equals(SECRET);
        }
        String sent = new String(Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8);
        List<String> parts = Splitter.on(':').splitToList(sent);
        return java.net.URLDecoder.decode(parts.get(1), UTF_8).equals(SECRET);
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        JWTClaimsSet claims = info.apply(new JWTClaimsSet.Builder()
                        .issuer(base())
                        .audience(CLIENT)
                        .subject("nadia")
                        .claim("given_name", "Nadia")
                        .claim("usual_name", "Ben Youcef")
                        .claim("email", "Nadia@Ville.Example")
                        .claim("siret", "20005480700017"))
                .build();
        if (signsInfo) {
            answer(exchange, "application/jwt", sign(claims, infoSignature));
        } else {
            json(exchange, claims.toString());
        }
    }

    private String sign(JWTClaimsSet claims, Signature signature) {
        try {
            return switch (signature) {
                case NONE -> new PlainJWT(claims).serialize();
                case RS256 -> signed(claims, JWSAlgorithm.RS256, "rsa", new RSASSASigner(RSA));
                case FORGED -> signed(claims, JWSAlgorithm.RS256, "rsa", new RSASSASigner(FORGED_RSA));
                case ES256 -> signed(claims, JWSAlgorithm.ES256, "ec", new ECDSASigner(EC));
                case HS256 -> signed(claims, JWSAlgorithm.HS256, "rsa", new MACSigner(SECRET));
            };
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String key, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static void json(HttpExchange exchange, String body) {
        answer(exchange, "application/json", body);
    }

    private static void answer(HttpExchange exchange, String type, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
