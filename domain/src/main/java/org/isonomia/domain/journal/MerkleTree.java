package org.isonomia.domain.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;

/**
 * The tree over the leaves of a journal, as RFC 6962 defines it: its root stands for every leaf and their order. A proof
 * shows in a few digests that a leaf lies in it, or that a later tree only continues an earlier one.
 *
 * @param leaves the digests of all leaves, in order
 */
public record MerkleTree(ImmutableList<Digest> leaves) {

    public MerkleTree {
        requireNonNull(leaves, "leaves");
    }

    /** The root (RFC 6962, section 2.1). */
    public Digest root() {
        return root(leaves);
    }

    private static Digest root(ImmutableList<Digest> part) {
        return Peaks.NONE.plus(part).root();
    }

    /**
     * Proves that a leaf lies in this tree (RFC 6962, section 2.1.1).
     *
     * @param index which leaf, from 0
     * @return the digests beside its way to the root, the lowest first
     */
    public ImmutableList<Digest> inclusion(int index) {
        checkArgument(index >= 0 && index < leaves.size(), "no leaf %s of %s", index, leaves.size());
        return path(index, leaves);
    }

    private static ImmutableList<Digest> path(int index, ImmutableList<Digest> part) {
        if (part.size() == 1) {
            return ImmutableList.of();
        }
        int split = split(part.size());
        ImmutableList<Digest> left = part.subList(0, split);
        ImmutableList<Digest> right = part.subList(split, part.size());
        return index < split ? plus(path(index, left), root(right)) : plus(path(index - split, right), root(left));
    }

    /**
     * Proves that this tree continues the one of its first leaves (RFC 6962, section 2.1.2).
     *
     * @param earlier how many leaves the earlier tree had, from 1 to the size of this one
     * @return the digests from which both roots follow; none if the trees are the same
     */
    public ImmutableList<Digest> consistency(int earlier) {
        checkArgument(earlier >= 1 && earlier <= leaves.size(), "no tree of %s within %s", earlier, leaves.size());
        return subproof(earlier, leaves, true);
    }

    private static ImmutableList<Digest> subproof(int earlier, ImmutableList<Digest> part, boolean known) {
        if (earlier == part.size()) {
            return known ? ImmutableList.of() : ImmutableList.of(root(part));
        }
        int split = split(part.size());
        ImmutableList<Digest> left = part.subList(0, split);
        ImmutableList<Digest> right = part.subList(split, part.size());
        return earlier <= split
                ? plus(subproof(earlier, left, known), root(right))
                : plus(subproof(earlier - split, right, false), root(left));
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static ImmutableList<Digest> plus(ImmutableList<Digest> some, Digest last) {
        return ImmutableList.<Digest>builder().addAll(some).add(last).build();
    }

    /**
     * Whether a proof shows that a leaf lies in the tree with a root (RFC 9162, section 2.1.3.2).
     *
     * @param leaf the leaf's digest
     * @param index which leaf, from 0
     * @param size how many leaves the tree has
     */
    public static boolean includes(Digest leaf, long index, long size, Digest root, ImmutableList<Digest> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Digest so = leaf;
        for (Digest beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                so = Digest.ofNode(beside, so);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                so = Digest.ofNode(so, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && so.equals(root);
    }

    /**
     * Whether a proof shows that the tree of a later head continues the one of an earlier head (RFC 9162, section 2.1.4.2).
     */
    public static boolean continues(
            long earlier, Digest earlierRoot, long later, Digest laterRoot, ImmutableList<Digest> proof) {
        if (earlier < 1 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && earlierRoot.equals(laterRoot);
        }
        Iterator<Digest> rest = proof.iterator();
        boolean complete = Long.bitCount(earlier) == 1;
        if (!complete && !rest.hasNext()) {
            return false;
        }
        return follow(earlier, earlierRoot, later, laterRoot, rest, complete ? earlierRoot : rest.next());
    }

    private static boolean follow(
            long earlier, Digest earlierRoot, long later, Digest laterRoot, Iterator<Digest> rest, Digest start) {
        long node = earlier - 1;
        long last = later - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Digest old = start;
        Digest whole = start;
        while (rest.hasNext()) {
            Digest beside = rest.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = Digest.ofNode(beside, old);
                whole = Digest.ofNode(beside, whole);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                whole = Digest.ofNode(whole, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(earlierRoot) && whole.equals(laterRoot);
    }
}
