package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.isonomia.application.spi.testing.IdentityContract;
import org.isonomia.application.spi.testing.IdentityPorts;
import org.isonomia.application.spi.testing.IdentitySamples;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.network.Organisation;
import org.isonomia.postgres.Login;
import org.junit.jupiter.api.Test;

class JooqIdentityTest extends IdentityContract {

    private final PersistenceAdapter adapter = TestInstallation.shared().adapter();

    @Override
    protected IdentityPorts ports() {
        return new IdentityPorts(adapter.identity(), adapter.signInAttempts(), adapter.organisations());
    }

    /** Somebody who leads in an organisation and is signed in. */
    private Session lead(Organisation organisation) {
        Account account = IdentitySamples.account();
        Session session = IdentitySamples.session(account.id(), IdentitySamples.NOW);
        adapter.organisations().put(organisation);
        adapter.identity().write(stores -> {
            stores.accounts().add(account);
            stores.grants()
                    .put(
                            account.id(),
                            organisation.id(),
                            ImmutableList.of(),
                            ImmutableList.of(Grant.of(Role.PLAN_LEAD, organisation.id(), Scope.EVERYTHING)));
            stores.sessions().add(session);
            return true;
        });
        return session;
    }

    private static Organisation organisation() {
        UUID id = UUID.randomUUID();
        return Samples.organisation(id, "identity-" + id);
    }

    @Test
    void findsWhoIsAskingInOneStatement() {
        Session session = lead(organisation());
        long before = adapter.statements();
        assertThat(adapter.identity()
                        .read(stores -> stores.callers().bySession(session.digest()))
                        .orElseThrow()
                        .holder()
                        .grants())
                .hasSize(1);

        assertThat(adapter.statements() - before).isEqualTo(1);
    }

    @Test
    void showsRolesToTheirOrganisationAndToTheGatewayOnly() throws SQLException {
        Organisation organisation = organisation();
        lead(organisation);
        Login app = TestInstallation.shared().database().app();

        assertThat(roles(app, "set app.organisation = '" + organisation.id() + "'"))
                .isEqualTo(1);
        assertThat(roles(app, "set app.organisation = '" + UUID.randomUUID() + "'"))
                .isZero();
        assertThat(roles(app, "set app.organisation = ''")).isZero();
        assertThat(roles(app, "select")).isZero();
        assertThat(roles(app, "set app.identity = 'on'")).isPositive();
    }

    private static int roles(Login login, String first) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(first);
            try (ResultSet rows = statement.executeQuery("select count(*) from role_grant")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void keepsPeopleFromTheRoleThatMakesExports() {
        Login reader = TestInstallation.shared().database().reader();

        assertThatThrownBy(() -> roles(reader, "select count(*) from account")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> roles(reader, "select")).isInstanceOf(SQLException.class);
    }
}
