package org.isonomia.application.history;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import org.isonomia.application.spi.JournalRepository.Page;
import org.isonomia.application.spi.JournalRepository.Query;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.kernel.Code;

/**
 * Reads the journal of an organisation and proves what it held. Each throws
 * {@link org.isonomia.application.spi.NotFoundException} if there is no such organisation, and
 * {@link org.isonomia.application.spi.ForbiddenException} if the caller may not. Entries name actions whoever may see them,
 * so they are shown only to whom the permission is given for the whole organisation.
 */
public interface Journal {

    /** A page of entries, the latest first. The history of one thing is the page about its subject. */
    Page page(Code organisation, Query query);

    /**
     * One entry.
     *
     * @throws org.isonomia.application.spi.NotFoundException if there is none with this sequence
     */
    Recorded entry(Code organisation, long sequence);

    /** The head signed last; empty if none was. Everybody may have it. */
    Optional<SignedHead> head(Code organisation);

    /** Signs the journal as it is and keeps the head; if the last head is of this size and key already, gives that one. */
    SignedHead sign(Code organisation);

    /**
     * Proves that an entry lies in the journal as it was.
     *
     * @param sequence the entry, from 1
     * @param size how many entries the journal had, from the entry's sequence
     * @throws org.isonomia.application.spi.NotFoundException if the journal never had that size, or then had no such entry
     */
    Inclusion inclusion(Code organisation, long sequence, long size);

    /**
     * Proves that the journal only grew.
     *
     * @param from how many entries it had, from 1
     * @param to how many it had later
     * @throws org.isonomia.application.spi.NotFoundException if the journal never had these sizes in this order
     */
    Consistency consistency(Code organisation, long from, long to);

    /**
     * Gives every entry, in order.
     *
     * @param to takes them, one after the other; not all are in memory at once
     * @return how many there were
     */
    long export(Code organisation, Consumer<Exported> to);

    /** The public key of what is signed now, as {@link org.isonomia.application.spi.HeadSigner#publicKey} has it. */
    byte[] publicKey();

    /**
     * That an entry lies in a journal: {@link org.isonomia.domain.journal.MerkleTree#includes} checks it.
     *
     * @param sequence the entry, from 1; its index in the tree is one less
     * @param size how many entries the journal had
     * @param leaf the digest of its leaf
     * @param root the root of the tree of that size
     * @param proof the digests beside its way to the root, the lowest first
     */
    record Inclusion(long sequence, long size, Digest leaf, Digest root, ImmutableList<Digest> proof) {
        public Inclusion {
            requireNonNull(leaf, "leaf");
            requireNonNull(root, "root");
            requireNonNull(proof, "proof");
        }
    }

    /**
     * That a journal only grew: {@link org.isonomia.domain.journal.MerkleTree#continues} checks it.
     *
     * @param from how many entries it had
     * @param to how many it had later
     * @param fromRoot the root of its tree
     * @param toRoot the root of the later one
     * @param proof the digests from which both roots follow
     */
    record Consistency(long from, long to, Digest fromRoot, Digest toRoot, ImmutableList<Digest> proof) {
        public Consistency {
            requireNonNull(fromRoot, "fromRoot");
            requireNonNull(toRoot, "toRoot");
            requireNonNull(proof, "proof");
        }
    }
}
