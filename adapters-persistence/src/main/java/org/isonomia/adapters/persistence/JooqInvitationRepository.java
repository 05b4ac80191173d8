package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.INVITATION;

import java.time.Instant;
import java.util.Optional;
import org.isonomia.adapters.persistence.generated.tables.records.InvitationRecord;
import org.isonomia.application.spi.InvitationRepository;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.SecretDigest;
import org.jooq.DSLContext;

/** The links, one row each. */
final class JooqInvitationRepository implements InvitationRepository {

    private final DSLContext dsl;

    JooqInvitationRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Invitation> find(SecretDigest digest) {
        return dsl.selectFrom(INVITATION)
                .where(INVITATION.DIGEST.eq(digest.value()))
                .fetchOptional()
                .map(JooqInvitationRepository::invitation);
    }

    @Override
    public void put(Invitation invitation) {
        InvitationRecord row = new InvitationRecord(
                invitation.digest().value(),
                invitation.purpose().name(),
                Columns.orNull(invitation.account().map(AccountId::value)),
                invitation.created(),
                invitation.expires());
        IdentityRows.change(
                dsl,
                nested -> nested.insertInto(INVITATION)
                        .set(row)
                        .onConflict(INVITATION.ACCOUNT_ID)
                        .doUpdate()
                        .set(row)
                        .execute());
    }

    @Override
    public boolean consume(SecretDigest digest) {
        return dsl.deleteFrom(INVITATION)
                        .where(INVITATION.DIGEST.eq(digest.value()))
                        .execute()
                > 0;
    }

    @Override
    public void removeOf(AccountId account) {
        dsl.deleteFrom(INVITATION)
                .where(INVITATION.ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    @Override
    public void sweep(Instant now) {
        dsl.deleteFrom(INVITATION).where(INVITATION.EXPIRES.le(now)).execute();
    }

    private static Invitation invitation(InvitationRecord row) {
        return new Invitation(
                new SecretDigest(row.getDigest()),
                Invitation.Purpose.valueOf(row.getPurpose()),
                Optional.ofNullable(row.getAccountId()).map(AccountId::new),
                row.getCreated(),
                row.getExpires());
    }
}
