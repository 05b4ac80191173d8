package org.isonomia.application.spi;

/** Encrypts what has to be kept and read again, by a key that is not where it is kept. */
public interface SecretCipher {

    /**
     * Encrypts something.
     *
     * @param secret what
     * @param owner whose: it is decrypted for the same one only, so that nobody moves it to another
     * @return Base64, another one each time
     */
    String seal(byte[] secret, String owner);

    /**
     * Decrypts what was sealed.
     *
     * @throws IllegalStateException if it was sealed by another key or for another owner, or was changed
     */
    byte[] open(String sealed, String owner);
}
