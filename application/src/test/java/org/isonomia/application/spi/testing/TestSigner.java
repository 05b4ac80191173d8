package org.isonomia.application.spi.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.isonomia.application.spi.HeadSigner;
import org.isonomia.application.spi.JournalRepository.SignedHead;

/** Signs with a key that is always the same and known to everybody. */
public final class TestSigner implements HeadSigner {

    private final KeyPair keys;

    /** @param seed another seed is another key */
    public TestSigner(int seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Known((byte) seed));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Known extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte seed;

        Known(byte seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            java.util.Arrays.fill(bytes, seed);
        }
    }

    @Override
    public byte[] publicKey() {
        return keys.getPublic().getEncoded();
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this key signed the head. */
    public boolean hasSigned(SignedHead head) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(keys.getPublic());
            signature.update(head.head().signed());
            return signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
