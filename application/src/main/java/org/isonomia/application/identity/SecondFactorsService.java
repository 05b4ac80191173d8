package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.net.UrlEscapers;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.SecondFactor;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.Totp;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class SecondFactorsService implements SecondFactors {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorsService.class);

    private static final Violation WRONG_CODE =
            Violation.of(new ViolationCode("factor.wrong-code"), "this is not the code of this moment");
    private static final Violation PRESENT =
            Violation.of(new ViolationCode("factor.present"), "there is a second factor: remove it first");
    private static final Violation ABSENT =
            Violation.of(new ViolationCode("factor.absent"), "there is no second factor: begin with one");

    private static final int RECOVERY_CODES = 8;

    /** 120 bits: more than the 112 from which on a digest without salt is enough (OWASP ASVS 5.0, 6.5.2). */
    private static final int RECOVERY_BYTES = 15;

    private static final Splitter GROUPS = Splitter.fixedLength(4);

    private final IdentityPorts ports;
    private final SessionDesk desk;
    private final SecondFactorCheck check;

    SecondFactorsService(IdentityPorts ports, SessionDesk desk) {
        this.ports = requireNonNull(ports, "ports");
        this.desk = requireNonNull(desk, "desk");
        this.check = new SecondFactorCheck(ports.cipher());
    }

    private Account account(AccountId id) {
        return ports.work()
                .<Optional<Account>>read(stores -> stores.accounts().find(id))
                .orElseThrow(() -> new NotFoundException("account " + id));
    }

    private void save(Account account) {
        ports.work().write(stores -> {
            stores.accounts().save(account);
            return account;
        });
    }

    @Override
    public Enrolment begin(Caller caller) {
        Account account = account(caller.confirmed().account());
        if (account.hasSecondFactor()) {
            throw new RuleViolationException(PRESENT);
        }
        byte[] secret = ports.secrets().next(Totp.SECRET_BYTES);
        String sealed = ports.cipher().seal(secret, account.id().toString());
        save(account.withSecondFactor(Optional.of(SecondFactor.begun(sealed))));
        String base32 = Totp.base32(secret);
        String label = UrlEscapers.urlPathSegmentEscaper()
                .escape("Isonomia:" + account.login().value());
        return new Enrolment(base32, "otpauth://totp/" + label + "?secret=" + base32 + "&issuer=Isonomia");
    }

    @Override
    public Enrolled finish(Caller caller, String code) {
        Session session = caller.confirmed();
        Instant now = ports.clock().instant();
        Account account = account(session.account());
        if (account.hasSecondFactor()) {
            throw new RuleViolationException(PRESENT);
        }
        if (account.secondFactor().isEmpty()) {
            throw new RuleViolationException(ABSENT);
        }
        SecondFactor used = check.used(account, code, now).orElseThrow(() -> new RuleViolationException(WRONG_CODE));
        ImmutableList<String> codes = recoveryCodes();
        SessionDesk.Ticket ticket = desk.renewed(session, true, now, now);
        ports.work().write(stores -> {
            stores.accounts().save(account.withSecondFactor(Optional.of(withCodes(used, codes))));
            desk.open(stores, ticket, Optional.of(session), now);
            return ticket;
        });
        LOG.info("account {} has a second factor", account.id());
        return new Enrolled(ticket.secret(), ticket.session(), codes);
    }

    @Override
    public void remove(Caller caller) {
        Account account = account(caller.confirmed().account());
        ports.work().write(stores -> {
            stores.accounts().save(account.withSecondFactor(Optional.empty()));
            stores.sessions().removeAll(account.id(), Optional.empty());
            return account;
        });
        LOG.info("account {} removed its second factor", account.id());
    }

    @Override
    public ImmutableList<String> renewRecoveryCodes(Caller caller) {
        Account account = account(caller.confirmed().account());
        SecondFactor factor = account.secondFactor()
                .filter(SecondFactor::confirmed)
                .orElseThrow(() -> new RuleViolationException(ABSENT));
        ImmutableList<String> codes = recoveryCodes();
        save(account.withSecondFactor(Optional.of(withCodes(factor, codes))));
        LOG.info("account {} has new recovery codes", account.id());
        return codes;
    }

    private ImmutableList<String> recoveryCodes() {
        return Stream.generate(() -> Totp.base32(ports.secrets().next(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .map(code -> String.join("-", GROUPS.splitToList(code)))
                .collect(toImmutableList());
    }

    private static SecondFactor withCodes(SecondFactor factor, ImmutableList<String> codes) {
        return factor.withRecoveryCodes(codes.stream()
                .map(SecondFactorCheck::normal)
                .map(SecretDigest::of)
                .collect(toImmutableSet()));
    }
}
