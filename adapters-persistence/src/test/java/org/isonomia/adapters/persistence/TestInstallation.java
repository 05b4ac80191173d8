package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.Ports;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;

/** One migrated database on a real server, with an adapter that is the role of the application there. */
final class TestInstallation {

    private static final class Shared {
        static final TestInstallation INSTANCE = new TestInstallation();
    }

    private final TestDatabase database = TestServer.shared().freshDatabase("isonomia", TestInstallation::migrate);
    private final PersistenceAdapter adapter = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
            database.app().url(), database.app().user(), database.app().password()));

    /** The same for all tests: each has an organisation of its own in it. */
    static TestInstallation shared() {
        return Shared.INSTANCE;
    }

    static void migrate(Login owner) {
        PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password());
    }

    TestDatabase database() {
        return database;
    }

    PersistenceAdapter adapter() {
        return adapter;
    }

    Ports ports() {
        return new Ports(adapter.unitOfWork(), adapter.organisations());
    }
}
