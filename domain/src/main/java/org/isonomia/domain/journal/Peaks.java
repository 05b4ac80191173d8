package org.isonomia.domain.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be kept of a tree to append to it and to know its root: the roots of its complete subtrees, the largest first.
 * A tree of a million leaves has at most twenty.
 *
 * @param size how many leaves, from 0
 * @param digests the roots, as many as {@code size} has bits that are 1
 */
public record Peaks(long size, ImmutableList<Digest> digests) {

    /** The tree without leaves. */
    public static final Peaks NONE = new Peaks(0, ImmutableList.of());

    public Peaks {
        requireNonNull(digests, "digests");
        checkArgument(size >= 0, "size must be ≥ 0: %s", size);
        checkArgument(digests.size() == Long.bitCount(size), "%s leaves do not have %s peaks", size, digests.size());
    }

    /** The tree with one more leaf. */
    public Peaks plus(Digest leaf) {
        return plus(List.of(leaf));
    }

    /** The tree with more leaves. */
    public Peaks plus(Iterable<Digest> leaves) {
        List<Digest> peaks = new ArrayList<>(digests);
        long count = size;
        for (Digest leaf : leaves) {
            Digest right = leaf;
            for (long bits = count; (bits & 1) == 1; bits >>= 1) {
                right = Digest.ofNode(peaks.removeLast(), right);
            }
            peaks.add(right);
            count++;
        }
        return new Peaks(count, ImmutableList.copyOf(peaks));
    }

    /** The root of the tree (the Merkle Tree Hash of RFC 6962, section 2.1). */
    public Digest root() {
        return digests.reverse().stream()
                .reduce((right, left) -> Digest.ofNode(left, right))
                .orElseGet(Digest::ofNothing);
    }
}
