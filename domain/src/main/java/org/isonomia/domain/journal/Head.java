package org.isonomia.domain.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.isonomia.domain.network.OrganisationId;

/**
 * What a journal was at a moment. Signed and kept by others, it holds the journal to everything before it.
 *
 * @param organisation whose journal
 * @param size how many entries it had, from 0
 * @param root the root of its tree
 * @param time when it was signed, to the millisecond
 */
public record Head(OrganisationId organisation, long size, Digest root, Instant time) {
    public Head {
        requireNonNull(organisation, "organisation");
        checkArgument(size >= 0, "size must be ≥ 0: %s", size);
        requireNonNull(root, "root");
        checkArgument(time.equals(time.truncatedTo(ChronoUnit.MILLIS)), "time must be full milliseconds: %s", time);
    }

    /** What is signed: JSON in the canonical form of RFC 8785, in UTF-8. */
    public byte[] signed() {
        String json = "{\"organisation\":\"" + organisation
                + "\",\"root\":\"" + root
                + "\",\"size\":" + size
                + ",\"time\":\"" + time + "\"}";
        return json.getBytes(UTF_8);
    }
}
