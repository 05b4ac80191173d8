package org.isonomia.domain.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.kernel.Texts;

/**
 * Somebody being signed in on one device.
 *
 * @param id its identity
 * @param digest of its secret
 * @param account whose
 * @param stage how far the signing in has come
 * @param created when it began
 * @param lastSeen when it was last used, to the minute
 * @param confirmed when they last proved who they are, by password and whatever else their account asks for
 * @param secondFactor whether that took a second factor
 * @param device what they signed in with, as far as it says, a title
 */
public record Session(
        SessionId id,
        SecretDigest digest,
        AccountId account,
        Stage stage,
        Instant created,
        Instant lastSeen,
        Instant confirmed,
        boolean secondFactor,
        String device) {

    /** How far the signing in has come. */
    public enum Stage {
        /** The password was right; a code is still to come, and nothing is permitted yet. */
        SECOND_FACTOR_DUE,
        /** They are signed in. */
        OPEN
    }

    public Session {
        requireNonNull(id, "id");
        requireNonNull(digest, "digest");
        requireNonNull(account, "account");
        requireNonNull(stage, "stage");
        requireNonNull(created, "created");
        requireNonNull(lastSeen, "lastSeen");
        requireNonNull(confirmed, "confirmed");
        Texts.checkTitle(device, "device");
    }

    /** Whether somebody is signed in by it at an instant. */
    public boolean isOpen(Instant now, IdentitySettings settings) {
        return stage == Stage.OPEN
                && now.isBefore(lastSeen.plus(settings.sessionIdle()))
                && now.isBefore(created.plus(settings.sessionMax()));
    }

    /** Whether it waits for a code at an instant. */
    public boolean awaitsSecondFactor(Instant now, IdentitySettings settings) {
        return stage == Stage.SECOND_FACTOR_DUE && now.isBefore(created.plus(settings.secondFactorWait()));
    }

    /** Whether they proved who they are so shortly before an instant that sensitive acts need no further proof. */
    public boolean isFresh(Instant now, IdentitySettings settings) {
        return now.isBefore(confirmed.plus(settings.freshness()));
    }

    @Override
    public String toString() {
        return "session " + id;
    }
}
