package org.isonomia.postgres;

import static java.util.Objects.requireNonNull;

/**
 * The ways into the product's database, by role.
 *
 * @param owner for migrations
 * @param app for the running product
 * @param reader for reading only
 */
public record DatabaseLogins(Login owner, Login app, Login reader) {

    /** Checks that nothing is missing. */
    public DatabaseLogins {
        requireNonNull(owner);
        requireNonNull(app);
        requireNonNull(reader);
    }

    /** The login of the given role. */
    public Login of(DatabaseRole role) {
        return switch (role) {
            case OWNER -> owner;
            case APP -> app;
            case READER -> reader;
        };
    }
}
