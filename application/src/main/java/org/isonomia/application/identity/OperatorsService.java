package org.isonomia.application.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class OperatorsService implements Operators {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorsService.class);

    private final IdentityPorts ports;
    private final LinkDesk links;

    OperatorsService(IdentityPorts ports, IdentitySettings settings) {
        this.ports = requireNonNull(ports, "ports");
        this.links = new LinkDesk(ports.secrets(), settings);
    }

    @Override
    public ImmutableList<Member> accounts(Actor actor, Optional<Login> after, int limit) {
        Authority.requireInstallation(actor);
        checkArgument(limit >= 1, "limit must be at least 1: %s", limit);
        return ports.work().read(stores -> {
            ImmutableList<Account> accounts = stores.accounts().list(after, limit);
            ImmutableListMultimap<AccountId, Grant> held =
                    stores.grants().of(accounts.stream().map(Account::id).collect(toImmutableSet()));
            return accounts.stream()
                    .map(account -> Member.of(account, true, held.get(account.id())))
                    .collect(toImmutableList());
        });
    }

    @Override
    public Invited invite(Actor actor, Login login, String name) {
        Authority.requireInstallation(actor);
        Instant now = ports.clock().instant();
        AccountId id = new AccountId(ports.ids().next());
        Invited invited = ports.work().write(stores -> {
            Optional<Account> known = stores.accounts().find(login);
            known.ifPresentOrElse(
                    account -> stores.accounts().save(account.asOperator(true)),
                    () -> stores.accounts()
                            .add(Account.invited(id, login, name, now).asOperator(true)));
            Account account = stores.accounts().find(login).orElseThrow();
            return account.password().isEmpty() && !account.disabled()
                    ? links.link(stores, account, now)
                    : LinkDesk.none(account, now);
        });
        LOG.info("{} made account {} an operator", actor.label(), invited.account());
        return invited;
    }

    @Override
    public void appoint(Actor actor, AccountId id, boolean operator) {
        Authority.requireInstallation(actor);
        ports.work().write(stores -> {
            Account account = stores.accounts()
                    .find(id)
                    .orElseThrow(() -> new NotFoundException("no account has this id: " + id));
            if (!operator) {
                AccountManagementService.keepAnOperator(stores, account);
            }
            stores.accounts().save(account.asOperator(operator));
            return account;
        });
        LOG.info("{} set account {} to operator: {}", actor.label(), id, operator);
    }
}
