package org.isonomia.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked on this machine.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {

    /** The version that the build pins; the first number is the only one whose clusters it can open. */
    static final String VERSION = "18.6";

    /** The major version, as written in a cluster's {@code PG_VERSION}. */
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    /**
     * The programs for this machine, unpacked now unless an earlier start has done so. Several processes may do this at
     * once: a folder is complete from the moment it has its name.
     *
     * @param configured where to unpack; empty for the cache folder of the account
     * @param shared whether other accounts have to reach the programs
     * @throws PostgresException if there are none for this platform or they cannot be unpacked
     */
    static Binaries unpacked(Optional<Path> configured, boolean shared) {
        URL archive = archive();
        Path parent = configured.orElseGet(() -> defaultParent(shared));
        Path folder = parent.resolve("postgres-" + VERSION + "-" + fingerprint(archive));
        if (!Files.isDirectory(folder)) {
            unpack(archive, parent, folder);
        }
        checkTrusted(folder);
        return new Binaries(folder);
    }

    /** The path of one of the programs: {@code postgres}, {@code initdb} or {@code pg_ctl}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String name = switch (machine) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default -> "";
        };
        URL archive = name.isEmpty() ? null : Binaries.class.getResource(name);
        if (!system.contains("linux") || archive == null) {
            throw new PostgresException("There is no embedded PostgreSQL for " + system + " on " + machine
                    + ": configure a PostgreSQL server of your own.");
        }
        return archive;
    }

    private static Path defaultParent(boolean shared) {
        if (shared) {
            return Path.of("/var/cache/isonomia");
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        int user = Account.currentUser();
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path cache =
                configured == null || configured.isEmpty() || user == 0 ? home.resolve(".cache") : Path.of(configured);
        if (Files.isWritable(cache) || Files.isWritable(home)) {
            return cache.resolve("isonomia");
        }
        return Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "isonomia-" + user);
    }

    /** Programs that another user could have changed are not run. */
    private static void checkTrusted(Path folder) {
        int owner = Account.ownerOf(folder);
        if (owner != 0 && owner != Account.currentUser()) {
            throw new PostgresException(
                    "The folder " + folder + " belongs to another user, so the programs in it are not"
                            + " run: name another folder for them.");
        }
    }

    /** Tells one archive from another; two jars with the same programs share a folder. */
    private static String fingerprint(URL archive) {
        try {
            URLConnection connection = archive.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return "%08x%x"
                        .formatted(jar.getJarEntry().getCrc(), jar.getJarEntry().getSize());
            }
            return "%x".formatted(connection.getContentLengthLong());
        } catch (IOException unreadable) {
            throw new PostgresException("The archive " + archive + " cannot be read.", unreadable);
        }
    }

    private static void unpack(URL archive, Path parent, Path folder) {
        Folders.create(parent, "rwxr-xr-x");
        Path unfinished = null;
        try (InputStream stream = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream, 1 << 16)))) {
            unfinished = Files.createTempDirectory(parent, ".unpacking-");
            extract(tar, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Commands.run(List.of("sync", "--file-system", unfinished.toString()));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (unfinished != null) {
                Folders.delete(unfinished);
            }
            if (!Files.isDirectory(folder)) {
                throw new PostgresException("PostgreSQL cannot be unpacked into " + parent + ".", failed);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, Path target) throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("entry outside the archive: " + entry.getName());
            }
            extract(tar, entry, path);
            entry = tar.getNextEntry();
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (!path.toString().endsWith(".a")) {
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
