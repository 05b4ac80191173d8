package org.isonomia.postgres.testing;

import org.isonomia.postgres.Login;

/** Brings an empty database to the schema that the tests need. */
@FunctionalInterface
public interface Migration {

    /**
     * Runs once per template. Leaves no connection open.
     *
     * @param owner the owner's way into the new database
     * @throws Exception if it fails, and with it every test that asked for the template
     */
    void migrate(Login owner) throws Exception;
}
