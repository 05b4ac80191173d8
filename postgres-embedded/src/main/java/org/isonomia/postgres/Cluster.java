package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a database cluster (what PostgreSQL calls its data directory).
 *
 * @param path the folder
 * @param binaries the programs that may open it
 * @param account who owns it
 */
record Cluster(Path path, Binaries binaries, Account account) {

    /** The superuser's name and the name of the file that keeps the password. */
    static final String SUPERUSER = "postgres";

    private static final String UNFINISHED = "unfinished-";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /**
     * Creates the cluster, unless it exists. A crash on the way leaves nothing that would be taken for a cluster.
     *
     * @param password the superuser's password
     * @param durability whether to wait until everything is on disk
     * @throws PostgresException if it cannot be created, or exists and belongs to another major version
     */
    void createIfMissing(String password, Durability durability) {
        removeUnfinished();
        if (Files.exists(path)) {
            checkVersion();
            account.claim(path);
            account.checkReaches(path);
            return;
        }
        Path workshop = newWorkshop();
        account.claim(workshop);
        account.checkReaches(workshop);
        try {
            Path passwordFile = workshop.resolve("password");
            writePrivately(passwordFile, password);
            account.claim(passwordFile);
            initialise(workshop.resolve("cluster"), passwordFile, durability);
            Files.move(workshop.resolve("cluster"), path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new PostgresException("The database cluster " + path + " cannot be created.", failed);
        } finally {
            Folders.delete(workshop);
        }
    }

    /** A folder of its own for each attempt, for an earlier one that was cut off may still be at work in its own. */
    private Path newWorkshop() {
        try {
            return Files.createTempDirectory(path.getParent(), UNFINISHED);
        } catch (IOException refused) {
            throw new PostgresException("The folder " + path.getParent() + " cannot be written to.", refused);
        }
    }

    /** As far as possible: what a program that was left behind is still writing to has time until the next start. */
    private void removeUnfinished() {
        try (Stream<Path> siblings = Files.list(path.getParent())) {
            siblings.filter(sibling -> sibling.getFileName().toString().startsWith(UNFINISHED))
                    .forEach(Cluster::removeIfPossible);
        } catch (IOException unreadable) {
            throw new PostgresException("The folder " + path.getParent() + " cannot be read.", unreadable);
        }
    }

    private static void removeIfPossible(Path folder) {
        try {
            Folders.delete(folder);
        } catch (PostgresException busy) {
            LOG.debug("Leaving {} for the next start", folder, busy);
        }
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    private void checkVersion() {
        try {
            String found = Files.readString(path.resolve("PG_VERSION")).strip();
            if (!found.equals(Binaries.MAJOR)) {
                throw new PostgresException("The database cluster " + path + " was made by PostgreSQL " + found
                        + " and cannot be opened by " + Binaries.VERSION + ": export from the version that made it.");
            }
        } catch (IOException unreadable) {
            throw new PostgresException("The folder " + path + " exists but holds no database cluster.", unreadable);
        }
    }

    /**
     * Words are told apart by the C.UTF-8 locale, without which full text search would take French quotation marks and
     * apostrophes for letters; where the system lacks it, plain C has to do. Order and case are PostgreSQL's own and do
     * not depend on the system.
     */
    private void initialise(Path target, Path passwordFile, Durability durability) {
        Commands.Outcome outcome = initdb(target, passwordFile, durability, "C.UTF-8");
        if (!outcome.succeeded() && outcome.output().contains("invalid locale name")) {
            LOG.warn("This system has no C.UTF-8 locale; full text search will take some punctuation for letters");
            outcome = initdb(target, passwordFile, durability, "C");
        }
        if (!outcome.succeeded()) {
            throw new PostgresException(
                    "The database cluster " + path + " cannot be created: " + lastLine(outcome.output()));
        }
    }

    private Commands.Outcome initdb(Path target, Path passwordFile, Durability durability, String characters) {
        List<String> words = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth-host=scram-sha-256",
                "--auth-local=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + characters,
                "--data-checksums",
                "--no-instructions"));
        if (durability == Durability.RELAXED) {
            words.add("--no-sync");
        }
        return Commands.run(account.command(words));
    }

    private static String lastLine(String output) {
        return output.substring(output.lastIndexOf('\n') + 1);
    }
}
