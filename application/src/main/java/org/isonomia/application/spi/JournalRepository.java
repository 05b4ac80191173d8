package org.isonomia.application.spi;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.Head;
import org.isonomia.domain.journal.JournalEntry;
import org.isonomia.domain.journal.Peaks;

/**
 * The journal of one organisation. It only grows: a store offers no way to change or remove an entry, and its database role
 * has none.
 */
public interface JournalRepository {

    /** The tree as it is, held so that nobody else appends before this unit of work ends. */
    Peaks hold();

    /** The tree as it is. */
    Peaks peaks();

    /**
     * Appends entries whose sequences follow the last one's without a gap.
     *
     * @param entries the entries, each with its payload
     * @param after the tree with them
     * @throws StaleAggregateException if the journal is not what it was when it was held; nothing is appended
     */
    void append(ImmutableList<Recorded> entries, Peaks after);

    /** The entry with this sequence. */
    Optional<Recorded> find(long sequence);

    /** A page of the journal, the latest first. */
    Page page(Query query);

    /**
     * Entries in the order they were made.
     *
     * @param after the sequence after which they begin, from 0
     * @param limit how many at most, from 1
     */
    ImmutableList<Recorded> following(long after, int limit);

    /** The digests of the first leaves, in order; fewer if there are not that many. */
    ImmutableList<Digest> leaves(long size);

    /**
     * The digests of leaves as they were stored with the entries that {@link #following} gives, in the same order: whether they
     * still belong to these entries is for verification to say.
     *
     * @param after the sequence after which they begin, from 0
     * @param limit how many at most, from 1
     */
    ImmutableList<Digest> leavesFollowing(long after, int limit);

    /** Keeps a signed head. */
    void keep(SignedHead head);

    /** The signed head kept last. */
    Optional<SignedHead> lastHead();

    /**
     * An entry with what stands beside it.
     *
     * @param entry what can be proved
     * @param payload who did it, and how; empty once it was erased
     */
    record Recorded(JournalEntry entry, Optional<Payload> payload) {
        public Recorded {
            requireNonNull(entry, "entry");
            requireNonNull(payload, "payload");
        }
    }

    /**
     * What stands beside an entry and can be erased.
     *
     * @param salt 16 random bytes, so that nobody finds out an erased text by trying
     * @param text JSON
     */
    record Payload(HashCode salt, String text) {
        public Payload {
            checkArgument(salt.bits() == 128, "a salt has 128 bits, not %s", salt.bits());
            requireNonNull(text, "text");
        }
    }

    /**
     * A head with its signature.
     *
     * @param head what is signed: {@link Head#signed()}
     * @param key the public key's identity: the first 16 hexadecimal digits of the SHA-256 of its encoding
     * @param signature the Ed25519 signature, in base 64
     */
    record SignedHead(Head head, String key, String signature) {
        public SignedHead {
            requireNonNull(head, "head");
            requireNonNull(key, "key");
            requireNonNull(signature, "signature");
        }
    }

    /**
     * Which entries.
     *
     * @param subject the subject, or what it begins with up to a slash; empty for any
     * @param useCase what was done; empty for anything
     * @param from not before this moment
     * @param until before this moment
     * @param before only entries of a lower sequence, for the next page
     * @param limit how many at most, 1 to 1000
     */
    record Query(
            Optional<String> subject,
            Optional<String> useCase,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Long> before,
            int limit) {
        public Query {
            requireNonNull(subject, "subject");
            requireNonNull(useCase, "useCase");
            requireNonNull(from, "from");
            requireNonNull(until, "until");
            requireNonNull(before, "before");
            checkArgument(limit >= 1 && limit <= 1000, "limit must be 1 to 1000: %s", limit);
        }

        /** The latest entries. */
        public static Query latest(int limit) {
            return new Query(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
        }

        /** The same for one subject and what lies in it. */
        public Query about(String path) {
            return new Query(Optional.of(path), useCase, from, until, before, limit);
        }
    }

    /**
     * A page of entries.
     *
     * @param entries the entries, the latest first
     * @param more whether there are earlier ones
     */
    record Page(ImmutableList<Recorded> entries, boolean more) {
        public Page {
            requireNonNull(entries, "entries");
        }
    }
}
