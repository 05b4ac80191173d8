package org.isonomia.adapters.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.primitives.Bytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.isonomia.application.spi.SecretCipher;
import org.isonomia.application.spi.SecretSource;

/** AES-256-GCM with a random nonce, which stands before the text; the owner is authenticated with it. */
final class AesCipher implements SecretCipher {

    static final int KEY_BYTES = 32;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecretSource nonces;

    AesCipher(byte[] key, SecretSource nonces) {
        checkArgument(key.length == KEY_BYTES, "the key has %s bytes, not %s", KEY_BYTES, key.length);
        this.key = new SecretKeySpec(key, "AES");
        this.nonces = requireNonNull(nonces, "nonces");
    }

    @Override
    public String seal(byte[] secret, String owner) {
        byte[] nonce = nonces.next(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            return Base64.getEncoder().encodeToString(Bytes.concat(nonce, sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this platform has no " + TRANSFORMATION, impossible);
        }
    }

    @Override
    public byte[] open(String sealed, String owner) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, owner)
                    .doFinal(all, NONCE_BYTES, Math.max(0, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new IllegalStateException("sealed by another key or for another owner, or changed", refused);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(UTF_8));
        return cipher;
    }
}
