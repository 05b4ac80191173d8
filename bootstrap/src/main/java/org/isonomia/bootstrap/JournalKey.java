package org.isonomia.bootstrap;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.application.spi.HeadSigner;
import org.isonomia.application.spi.JournalRepository.SignedHead;

/**
 * The installation's Ed25519 key, in a file of two PEM blocks that only its owner reads. Made when it is first needed. The
 * file is not in the database: whoever can change that cannot sign what they made of it.
 */
final class JournalKey implements HeadSigner {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path file;
    private final Supplier<KeyPair> keys = Suppliers.memoize(this::load);

    JournalKey(Path file) {
        this.file = file;
    }

    @Override
    public byte[] publicKey() {
        return keys.get().getPublic().getEncoded();
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.get().getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a key signed a head. */
    static boolean hasSigned(byte[] publicKey, SignedHead head) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
            signature.update(head.head().signed());
            return signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException notSigned) {
            return false;
        }
    }

    private KeyPair load() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            String text = Files.readString(file);
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE))));
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(List.of("the key of the journal is damaged: " + file));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the journal cannot be read or made: " + file, e);
        }
    }

    private void create() throws IOException, GeneralSecurityException {
        KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".journal",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    unfinished,
                    pem(PRIVATE, made.getPrivate().getEncoded())
                            + pem(PUBLIC, made.getPublic().getEncoded()));
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException another) {
            // Another process made one at the same time: that is the key.
            return;
        } finally {
            Files.delete(unfinished);
        }
    }

    private static String pem(String name, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }

    /**
     * The bytes of a PEM block.
     *
     * @throws GeneralSecurityException if there is none of this name
     */
    private static byte[] block(String text, String name) throws GeneralSecurityException {
        Matcher block = Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]+)-----END " + name + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("no " + name);
        }
        return Base64.getMimeDecoder().decode(block.group(1).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The public key in a file: a PEM block.
     *
     * @throws IllegalArgumentException if there is none
     */
    static byte[] publicKeyIn(Path file) throws IOException {
        try {
            return block(Files.readString(file), PUBLIC);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("there is no public key in " + file, e);
        }
    }
}
