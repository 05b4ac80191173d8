package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.isonomia.adapters.persistence.generated.tables.records.AccountRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ApiTokenRecord;
import org.isonomia.adapters.persistence.generated.tables.records.RoleGrantRecord;
import org.isonomia.adapters.persistence.generated.tables.records.SessionRecord;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.SecondFactor;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;
import org.isonomia.domain.identity.TokenId;
import org.isonomia.domain.network.OrganisationId;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** How people, their roles, sessions and tokens are written in rows. */
final class IdentityRows {

    private IdentityRows() {}

    /** Makes a change; a refusal leaves the transaction as it was before. */
    static void change(DSLContext dsl, Consumer<DSLContext> change) {
        dsl.connection(connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                change.accept(dsl);
                connection.releaseSavepoint(before);
            } catch (DataAccessException refused) {
                connection.rollback(before);
                throw Refusals.isTransient(refused) ? refused : Refusals.ofChange(refused);
            }
        });
    }

    static AccountRecord row(Account account) {
        AccountRecord row = new AccountRecord();
        row.setId(account.id().value());
        row.setLogin(account.login().value());
        row.setCreated(account.created());
        row.setVersion(account.version());
        changeable(account, row);
        return row;
    }

    /** Sets what a save may change. */
    static AccountRecord changeable(Account account, AccountRecord row) {
        row.setName(account.name());
        row.setOperator(account.operator());
        row.setPassword(Columns.orNull(account.password()));
        Optional<SecondFactor> factor = account.secondFactor();
        row.setTotpSealed(Columns.orNull(factor.map(SecondFactor::sealed)));
        row.setTotpConfirmed(Columns.orNull(factor.map(SecondFactor::confirmed)));
        row.setTotpLastStep(Columns.orNull(factor.map(SecondFactor::lastStep)));
        row.setRecoveryCodes(Columns.orNull(factor.map(present ->
                present.recoveryCodes().stream().map(SecretDigest::value).toArray(String[]::new))));
        row.setDisabled(account.disabled());
        return row;
    }

    static Account account(AccountRecord row) {
        return new Account(
                new AccountId(row.getId()),
                new Login(row.getLogin()),
                row.getName(),
                row.getOperator(),
                Optional.ofNullable(row.getPassword()),
                Optional.ofNullable(row.getTotpSealed())
                        .map(secret -> new SecondFactor(
                                secret,
                                row.getTotpConfirmed(),
                                row.getTotpLastStep(),
                                Arrays.stream(row.getRecoveryCodes())
                                        .map(SecretDigest::new)
                                        .collect(toImmutableSet()))),
                row.getDisabled(),
                row.getCreated(),
                row.getVersion());
    }

    static RoleGrantRecord row(AccountId account, Grant grant) {
        return new RoleGrantRecord(
                grant.organisation().orElseThrow().value(),
                account.value(),
                grant.role().name(),
                grant.scope().kind().name(),
                Columns.codes(grant.scope().codes()));
    }

    static Grant grant(RoleGrantRecord row) {
        return Grant.of(
                Role.valueOf(row.getRole()),
                new OrganisationId(row.getOrganisationId()),
                new Scope(Scope.Kind.valueOf(row.getScopeKind()), Columns.codes(row.getCodes())));
    }

    static SessionRecord row(Session session) {
        return new SessionRecord(
                session.digest().value(),
                session.id().value(),
                session.account().value(),
                session.stage().name(),
                session.created(),
                session.lastSeen(),
                session.confirmed(),
                session.secondFactor(),
                session.device());
    }

    static Session session(SessionRecord row) {
        return new Session(
                new SessionId(row.getId()),
                new SecretDigest(row.getDigest()),
                new AccountId(row.getAccountId()),
                Session.Stage.valueOf(row.getStage()),
                row.getCreated(),
                row.getLastSeen(),
                row.getConfirmed(),
                row.getSecondFactor(),
                row.getDevice());
    }

    static ApiTokenRecord row(ApiToken token) {
        return new ApiTokenRecord(
                token.digest().value(),
                token.id().value(),
                token.account().value(),
                token.name(),
                names(token.permissions()),
                token.created(),
                token.expires(),
                Columns.orNull(token.lastUsed()));
    }

    static ApiToken token(ApiTokenRecord row) {
        return new ApiToken(
                new TokenId(row.getId()),
                new SecretDigest(row.getDigest()),
                new AccountId(row.getAccountId()),
                row.getName(),
                permissions(row.getPermissions()),
                row.getCreated(),
                row.getExpires(),
                Optional.ofNullable(row.getLastUsed()));
    }

    private static String[] names(Collection<Permission> permissions) {
        return permissions.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static ImmutableSet<Permission> permissions(String[] names) {
        return Arrays.stream(names).map(Permission::valueOf).collect(toImmutableSet());
    }
}
