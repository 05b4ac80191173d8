package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * Somebody as an identity provider knows them. Only both together tell who it is: two providers may call two people alike,
 * and e-mail addresses change hands.
 *
 * @param issuer the provider, 1 to 500 characters
 * @param subject what it calls them, 1 to 255 characters
 */
public record ExternalIdentity(String issuer, String subject) {
    public ExternalIdentity {
        requireNonNull(issuer, "issuer");
        requireNonNull(subject, "subject");
        checkArgument(!issuer.isEmpty() && issuer.length() <= 500, "an issuer has 1 to 500 characters");
        checkArgument(!subject.isEmpty() && subject.length() <= 255, "a subject has 1 to 255 characters");
    }

    @Override
    public String toString() {
        return "somebody of " + issuer;
    }
}
