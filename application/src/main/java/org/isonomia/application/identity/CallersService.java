package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.isonomia.application.spi.CallerSearch.BySession;
import org.isonomia.application.spi.CallerSearch.ByToken;
import org.isonomia.application.spi.CallerSearch.Holder;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;

final class CallersService implements Callers {

    /** How exactly it is noted when a session or a token was used: a write for each request would cost more than it tells. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private static final ImmutableSet<Permission> HARMLESS =
            Sets.difference(Actor.PUBLIC.limit(), Caller.SENSITIVE).immutableCopy();

    private final IdentityUnitOfWork work;
    private final IdentitySettings settings;
    private final InstantSource clock;

    CallersService(IdentityUnitOfWork work, IdentitySettings settings, InstantSource clock) {
        this.work = requireNonNull(work, "work");
        this.settings = requireNonNull(settings, "settings");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Caller ofSession(String secret) {
        if (!Secret.isPossible(secret)) {
            return Caller.PUBLIC;
        }
        Instant now = clock.instant();
        SecretDigest digest = SecretDigest.of(secret);
        Optional<BySession> found = work.read(stores -> stores.callers().bySession(digest));
        return found.filter(known -> !known.holder().account().disabled())
                .filter(known -> known.session().isOpen(now, settings))
                .map(known -> caller(known, now))
                .orElse(Caller.PUBLIC);
    }

    private Caller caller(BySession known, Instant now) {
        Session session = known.session();
        if (!now.isBefore(session.lastSeen().plus(EXACTNESS))) {
            work.write(stores -> {
                stores.sessions().touch(session.id(), now);
                return session;
            });
        }
        ImmutableList<Grant> all =
                Authority.held(known.holder().account(), known.holder().grants());
        Account account = known.holder().account();
        ImmutableList<Grant> usable = session.secondFactor() ? all : withoutDemanding(known.holder(), all);
        Actor actor = Actor.of(account.id(), account.name(), usable);
        boolean fresh = session.isFresh(now, settings);
        return new Caller(
                fresh ? actor : actor.limitedTo(HARMLESS),
                Optional.of(session),
                fresh,
                fresh ? ImmutableSet.of() : sensitive(usable),
                usable.size() < all.size());
    }

    private static ImmutableSet<Permission> sensitive(ImmutableList<Grant> grants) {
        return grants.stream()
                .flatMap(grant -> grant.role().permissions().stream())
                .filter(Caller.SENSITIVE::contains)
                .collect(toImmutableSet());
    }

    private ImmutableList<Grant> withoutDemanding(Holder holder, ImmutableList<Grant> grants) {
        return grants.stream()
                .filter(grant -> !holder.demanding().contains(grant))
                .filter(grant -> grant.role().isOfOrganisation() || !settings.operatorsNeedSecondFactor())
                .collect(toImmutableList());
    }

    @Override
    public Caller ofToken(String secret) {
        if (!secret.startsWith(ApiToken.PREFIX) || !Secret.isPossible(secret)) {
            return Caller.PUBLIC;
        }
        Instant now = clock.instant();
        SecretDigest digest = SecretDigest.of(secret);
        Optional<ByToken> found = work.read(stores -> stores.callers().byToken(digest));
        return found.filter(known -> !known.holder().account().disabled())
                .filter(known -> known.token().isOpen(now))
                .map(known -> caller(known, now))
                .orElse(Caller.PUBLIC);
    }

    /** A token was made by somebody who had proved who they are; it has no second factor of its own, but its owner must. */
    private Caller caller(ByToken known, Instant now) {
        ApiToken token = known.token();
        if (token.lastUsed().map(used -> !now.isBefore(used.plus(EXACTNESS))).orElse(true)) {
            work.write(stores -> {
                stores.tokens().touch(token.id(), now);
                return token;
            });
        }
        Account account = known.holder().account();
        ImmutableList<Grant> all =
                Authority.held(known.holder().account(), known.holder().grants());
        ImmutableList<Grant> usable = account.hasSecondFactor() ? all : withoutDemanding(known.holder(), all);
        return new Caller(
                Actor.of(account.id(), account.name(), usable).limitedTo(token.permissions()),
                Optional.empty(),
                false,
                ImmutableSet.of(),
                usable.size() < all.size());
    }
}
