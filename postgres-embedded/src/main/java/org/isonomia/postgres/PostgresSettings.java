package org.isonomia.postgres;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an embedded server is run. Immutable; start from {@link #in(Path)}.
 *
 * @param folder where the cluster, its passwords, its log and its lock live; created when missing, used by one process
 *     at a time
 * @param binaries where the server's programs are unpacked; empty for the user's cache folder
 * @param durability what an acknowledged commit is worth
 * @param parameters further server parameters, each as {@code name=value}; they cannot override those that keep the
 *     server safe
 */
public record PostgresSettings(Path folder, Optional<Path> binaries, Durability durability, List<String> parameters) {

    /** Makes the paths absolute and checks the form of the parameters. */
    public PostgresSettings {
        folder = folder.toAbsolutePath().normalize();
        binaries = binaries.map(path -> path.toAbsolutePath().normalize());
        requireNonNull(durability);
        parameters = List.copyOf(parameters);
        for (String parameter : parameters) {
            if (!parameter.matches("[a-z_.]+=.*")) {
                throw new IllegalArgumentException("not a server parameter of the form name=value: " + parameter);
            }
        }
    }

    /** Settings for production: everything durable, the server's programs in the user's cache folder. */
    public static PostgresSettings in(Path folder) {
        return new PostgresSettings(folder, Optional.empty(), Durability.FULL, List.of());
    }

    /** The same settings with another folder for the server's programs. */
    public PostgresSettings withBinaries(Path newBinaries) {
        return new PostgresSettings(folder, Optional.of(newBinaries), durability, parameters);
    }

    /** The same settings with another durability. */
    public PostgresSettings withDurability(Durability newDurability) {
        return new PostgresSettings(folder, binaries, newDurability, parameters);
    }

    /**
     * The same settings with one more server parameter, for instance {@code shared_buffers} and {@code 1GB}.
     *
     * @throws IllegalArgumentException if the name is not that of a parameter
     */
    public PostgresSettings withParameter(String name, String value) {
        List<String> extended = new ArrayList<>(parameters);
        extended.add(name + "=" + value);
        return new PostgresSettings(folder, binaries, durability, extended);
    }
}
