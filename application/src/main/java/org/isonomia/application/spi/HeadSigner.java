package org.isonomia.application.spi;

/** Signs heads of journals with Ed25519. Whoever holds the key is not whoever keeps the database, where that can be had. */
public interface HeadSigner {

    /** The public key: its X.509 encoding ({@code SubjectPublicKeyInfo}). */
    byte[] publicKey();

    /** The Ed25519 signature of these bytes: 64 bytes. */
    byte[] sign(byte[] data);
}
