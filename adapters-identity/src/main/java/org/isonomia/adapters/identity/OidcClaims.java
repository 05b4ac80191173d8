package org.isonomia.adapters.identity;

import com.google.common.collect.ImmutableSet;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.application.spi.IdentityProvider.Identified;
import org.isonomia.application.spi.ProviderRefusedException;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.network.Siren;

/** Reads who somebody is out of claims that hold. */
final class OidcClaims {

    /** A SIRET number is the SIREN number of an organisation and five digits for one of its places. */
    private static final int SIRET_LENGTH = 14;

    private static final int SIREN_LENGTH = 9;

    private OidcClaims() {}

    static Identified read(IdentityAdapter.Provider settings, IDTokenClaimsSet token, Map<String, Object> claims) {
        try {
            ExternalIdentity identity = new ExternalIdentity(
                    token.getIssuer().getValue(), token.getSubject().getValue());
            return new Identified(
                    identity,
                    login(settings, claims),
                    name(claims),
                    siren(claims),
                    factors(token).anyMatch(settings.secondFactors()::contains),
                    authenticated(token));
        } catch (IllegalArgumentException malformed) {
            throw new ProviderRefusedException("a claim has a value that it cannot have", malformed);
        }
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Login> login(IdentityAdapter.Provider settings, Map<String, Object> claims) {
        Object verified = claims.get("email_verified");
        boolean holds = verified == null ? settings.vouchesForEmail() : Boolean.TRUE.equals(verified);
        return holds ? text(claims, "email").map(Login::parse) : Optional.empty();
    }

    private static String name(Map<String, Object> claims) {
        String composed = Stream.of("given_name", "usual_name", "family_name")
                .flatMap(part -> text(claims, part).stream())
                .limit(2)
                .collect(Collectors.joining(" "));
        String name = text(claims, "name").orElse(composed.isBlank() ? "?" : composed);
        String line = name.replaceAll("\\s+", " ").strip();
        return line.length() > Texts.MAX_TITLE ? line.substring(0, Texts.MAX_TITLE) : line;
    }

    private static Optional<Siren> siren(Map<String, Object> claims) {
        return text(claims, "siret")
                .filter(siret -> siret.length() == SIRET_LENGTH)
                .map(siret -> new Siren(siret.substring(0, SIREN_LENGTH)));
    }

    /** By what they proved who they are: the class that the provider reached, and its methods. */
    private static Stream<String> factors(IDTokenClaimsSet token) {
        Stream<String> classes = Stream.ofNullable(token.getACR()).map(Identifier::getValue);
        List<AMR> methods = Objects.requireNonNullElse(token.getAMR(), List.of());
        return Stream.concat(classes, methods.stream().map(Identifier::getValue))
                .collect(ImmutableSet.toImmutableSet())
                .stream();
    }

    private static Optional<Instant> authenticated(IDTokenClaimsSet token) {
        return Optional.ofNullable(token.getNumberClaim(IDTokenClaimsSet.AUTH_TIME_CLAIM_NAME))
                .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }
}
