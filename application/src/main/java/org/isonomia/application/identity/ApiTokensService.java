package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.TokenId;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class ApiTokensService implements ApiTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ApiTokensService.class);
    private static final ViolationCode TOO_MUCH = new ViolationCode("token.too-much");
    private static final ViolationCode TOO_LONG = new ViolationCode("token.too-long");
    private static final ViolationCode TOO_MANY = new ViolationCode("token.too-many");

    private final IdentityPorts ports;
    private final IdentitySettings settings;

    ApiTokensService(IdentityPorts ports, IdentitySettings settings) {
        this.ports = requireNonNull(ports, "ports");
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    public ImmutableList<ApiToken> list(Caller caller) {
        AccountId account = caller.signedIn().account();
        return ports.work().read(stores -> stores.tokens().list(account));
    }

    @Override
    public Created create(Caller caller, Request request) {
        Session session = caller.confirmed();
        return create(session.account(), caller.actor(), request);
    }

    @Override
    public Created issue(Actor actor, Login owner, Request request) {
        if (actor.grants().stream().noneMatch(grant -> grant.role() == Role.SYSTEM)) {
            throw new ForbiddenException("only who has the installation in hand makes tokens of others");
        }
        Actor acting = ports.work().read(stores -> {
            Account account = stores.accounts()
                    .find(owner)
                    .filter(known -> !known.disabled())
                    .orElseThrow(() -> new NotFoundException("nobody signs in as " + owner));
            return Actor.of(
                    account.id(),
                    account.name(),
                    Authority.held(account, stores.grants().of(account.id())));
        });
        return create(acting.account().orElseThrow(), acting, request);
    }

    private Created create(AccountId owner, Actor actor, Request request) {
        Instant now = ports.clock().instant();
        RuleViolationException.throwIfAny(violations(actor, request));
        Secret secret = Secret.of(ApiToken.PREFIX, ports.secrets().next(Secret.BYTES));
        ApiToken token = new ApiToken(
                new TokenId(ports.ids().next()),
                secret.digest(),
                owner,
                request.name(),
                request.permissions(),
                now,
                now.plus(request.validFor()),
                Optional.empty());
        ports.work().write(stores -> {
            if (stores.tokens().list(owner).size() >= MAX) {
                throw new RuleViolationException(
                        Violation.of(TOO_MANY, "nobody has more than " + MAX + " tokens: revoke one first")
                                .with("expected", Integer.toString(MAX)));
            }
            stores.tokens().add(token);
            return token;
        });
        LOG.info("account {} has a new {}", owner, token);
        return new Created(token, secret);
    }

    private List<Violation> violations(Actor actor, Request request) {
        List<Violation> violations = new ArrayList<>();
        ImmutableSet<Permission> more =
                Sets.difference(request.permissions(), held(actor)).immutableCopy();
        if (!more.isEmpty()) {
            violations.add(Violation.of(TOO_MUCH, "a token permits no more than its owner may do")
                    .with("value", more.toString()));
        }
        if (request.validFor().compareTo(settings.tokenMax()) > 0) {
            violations.add(Violation.of(
                            TOO_LONG,
                            "a token is valid for at most "
                                    + settings.tokenMax().toDays() + " days")
                    .with("expected", Long.toString(settings.tokenMax().toDays())));
        }
        return violations;
    }

    private static ImmutableSet<Permission> held(Actor actor) {
        ImmutableSet.Builder<Permission> held = ImmutableSet.builder();
        held.add(Permission.READ_PUBLIC);
        actor.grants().forEach(grant -> held.addAll(grant.role().permissions()));
        return Sets.intersection(held.build(), actor.limit()).immutableCopy();
    }

    @Override
    public boolean revoke(Caller caller, TokenId token) {
        AccountId account = caller.signedIn().account();
        boolean revoked = ports.work().write(stores -> stores.tokens().remove(account, token));
        LOG.info("account {} revoked token {}: {}", account, token, revoked);
        return revoked;
    }
}
