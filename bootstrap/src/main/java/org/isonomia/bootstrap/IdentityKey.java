package org.isonomia.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.isonomia.adapters.identity.IdentityAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that encrypts the secrets of second factors: a file beside the data, which only its owner may read. */
final class IdentityKey {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityKey.class);
    private static final String FILE = "identity.key";

    private IdentityKey() {}

    /**
     * The key of an installation; it is made the first time. Of several processes that make it at once one wins.
     *
     * @param folder the folder of the installation
     * @throws ConfigurationException if the file is no key
     */
    static byte[] in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(folder, file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != IdentityAdapter.KEY_BYTES) {
                throw new ConfigurationException(List.of(file + " is no key of " + IdentityAdapter.KEY_BYTES
                        + " bytes: restore it from where it was kept, or remove it and all second factors with it"));
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void create(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, FILE, ".unfinished", forItsOwner());
        try {
            Files.write(unfinished, IdentityAdapter.secrets().next(IdentityAdapter.KEY_BYTES));
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            LOG.debug("the key was made by another process at the same time");
        } finally {
            Files.delete(unfinished);
        }
    }

    private static FileAttribute<?>[] forItsOwner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
