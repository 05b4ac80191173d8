package org.isonomia.domain.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/**
 * A SHA-256 digest, as the tree of a journal is made of them: of a leaf, of a node, of everything before.
 *
 * @param hash its 32 bytes
 */
public record Digest(HashCode hash) {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    public Digest {
        checkArgument(hash.bits() == 256, "a digest has 256 bits, not %s", hash.bits());
    }

    /** The digest of a leaf: of the byte 0 and its data (RFC 6962, section 2.1). */
    public static Digest ofLeaf(byte[] data) {
        return new Digest(
                Hashing.sha256().newHasher().putByte(LEAF).putBytes(data).hash());
    }

    /** The digest of two subtrees: of the byte 1, the left and the right (RFC 6962, section 2.1). */
    public static Digest ofNode(Digest left, Digest right) {
        Hasher hasher = Hashing.sha256().newHasher().putByte(NODE);
        return new Digest(hasher.putBytes(left.hash.asBytes())
                .putBytes(right.hash.asBytes())
                .hash());
    }

    /** The digest of no leaves at all: of nothing. */
    public static Digest ofNothing() {
        return new Digest(Hashing.sha256().hashBytes(new byte[0]));
    }

    /**
     * Reads a digest; exactly what {@link #toString} gives.
     *
     * @throws IllegalArgumentException if it is not 64 hexadecimal digits in lower case
     */
    public static Digest parse(String text) {
        return new Digest(HashCode.fromString(text));
    }

    /** A digest of these 32 bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HashCode.fromBytes(bytes));
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        return hash.asBytes();
    }

    @Override
    public String toString() {
        return hash.toString();
    }
}
