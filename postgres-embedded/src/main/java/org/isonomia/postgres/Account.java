package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account under which the server runs. PostgreSQL refuses to run as root: an ordinary user runs it as himself, root
 * runs it in a user namespace where he is nobody, or, where namespaces are forbidden, under an unprivileged account.
 */
final class Account {

    private static final Pattern EFFECTIVE_USER = Pattern.compile("^Uid:\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);
    private static final String ROOT = "0";
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    private final List<String> prefix;
    private final int owner;
    private final String name;

    private Account(List<String> prefix, int owner, String name) {
        this.prefix = List.copyOf(prefix);
        this.owner = owner;
        this.name = name;
    }

    /**
     * The account for this process.
     *
     * @throws PostgresException if this process is root and has no means to run a program as somebody else
     */
    static Account ofThisProcess() {
        int user = currentUser();
        if (user != 0) {
            return new Account(List.of(), user, "user " + user);
        }
        return namespace()
                .or(() -> UNPRIVILEGED.stream()
                        .map(Account::dropped)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseThrow(() -> new PostgresException("PostgreSQL does not run as root, and neither a user namespace"
                        + " (unshare --user) nor an unprivileged account (setpriv) is available here:"
                        + " start this program as an ordinary user."));
    }

    /** Root outside, nobody inside: files stay root's, so any folder will do. */
    static Optional<Account> namespace() {
        return working(new Account(List.of("unshare", "--user", "--"), 0, "root in a user namespace"));
    }

    /** Another account of this machine; files are handed to it. */
    static Optional<Account> dropped(String user) {
        Commands.Outcome uid = Commands.run(List.of("id", "-u", user));
        Commands.Outcome gid = Commands.run(List.of("id", "-g", user));
        if (!uid.succeeded() || !gid.succeeded()) {
            return Optional.empty();
        }
        List<String> prefix = List.of(
                "setpriv",
                "--reuid=" + uid.output(),
                "--regid=" + gid.output(),
                "--clear-groups",
                "--no-new-privs",
                "--");
        return working(new Account(prefix, Integer.parseInt(uid.output()), "account " + user));
    }

    private static Optional<Account> working(Account candidate) {
        Commands.Outcome identity = Commands.run(candidate.command(List.of("id", "-u")));
        boolean works = identity.succeeded() && !identity.output().equals(ROOT);
        return works ? Optional.of(candidate) : Optional.empty();
    }

    /** The given command, run under this account. */
    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    /** Whether this process and the server own different files. */
    boolean isForeign() {
        return owner != currentUser();
    }

    /** Hands a file or a folder with all it holds to this account, unless it has it already. */
    void claim(Path path) {
        if (ownerOf(path) == owner) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    give(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    give(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException refused) {
            throw new PostgresException("The folder " + path + " cannot be handed to the " + name + ".", refused);
        }
    }

    private void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes sure that this account can reach a folder.
     *
     * @throws PostgresException if a folder above it is closed to this account
     */
    void checkReaches(Path folder) {
        if (isForeign()
                && !Commands.run(command(List.of("test", "-x", folder.toString())))
                        .succeeded()) {
            throw new PostgresException("The " + name + ", under which PostgreSQL runs because this program is root,"
                    + " cannot reach the folder " + folder + ": choose one outside private folders, such as"
                    + " /var/lib/isonomia.");
        }
    }

    /** The number of the user under which this process acts; 0 for root. */
    static int currentUser() {
        Path status = Path.of("/proc/self/status");
        try {
            return EFFECTIVE_USER
                    .matcher(Files.readString(status))
                    .results()
                    .map(match -> Integer.valueOf(match.group(1)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | NoSuchElementException unknown) {
            throw new PostgresException("Embedded PostgreSQL needs Linux: " + status + " cannot be read.", unknown);
        }
    }

    /** The number of the user to whom a file belongs. */
    static int ownerOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | UnsupportedOperationException unknown) {
            throw new PostgresException("The owner of " + path + " cannot be found out.", unknown);
        }
    }

    /** The account in words. */
    @Override
    public String toString() {
        return name;
    }
}
