package org.isonomia.domain.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.isonomia.domain.network.OrganisationId;

/**
 * One change, as it can be proved: what was done to what, when, and a salted digest of who did it and how, which stand
 * beside it and can be erased without touching this.
 *
 * @param organisation whose journal
 * @param sequence its place, from 1, without gaps
 * @param time when, to the millisecond
 * @param useCase what was done, in lower case with hyphens
 * @param subject to what
 * @param payload the digest of the salt and the payload
 */
public record JournalEntry(
        OrganisationId organisation, long sequence, Instant time, String useCase, Subject subject, Digest payload) {

    private static final Pattern USE_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");

    public JournalEntry {
        requireNonNull(organisation, "organisation");
        checkArgument(sequence >= 1, "sequence must be ≥ 1: %s", sequence);
        checkArgument(time.equals(time.truncatedTo(ChronoUnit.MILLIS)), "time must be full milliseconds: %s", time);
        checkArgument(USE_CASE.matcher(useCase).matches(), "not a use case: %s", useCase);
        requireNonNull(subject, "subject");
        requireNonNull(payload, "payload");
    }

    /**
     * The entry as a leaf of the tree: JSON in the canonical form of RFC 8785, in UTF-8. Its texts need no escapes.
     */
    public byte[] leaf() {
        String json = "{\"organisation\":\"" + organisation
                + "\",\"payload\":\"" + payload
                + "\",\"sequence\":" + sequence
                + ",\"subject\":\"" + subject
                + "\",\"time\":\"" + time
                + "\",\"useCase\":\"" + useCase + "\"}";
        return json.getBytes(UTF_8);
    }

    /** The leaf's digest. */
    public Digest digest() {
        return Digest.ofLeaf(leaf());
    }
}
