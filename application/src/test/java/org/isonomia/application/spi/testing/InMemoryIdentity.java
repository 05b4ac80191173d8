package org.isonomia.application.spi.testing;

import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.isonomia.application.spi.AccountRepository;
import org.isonomia.application.spi.ApiTokenRepository;
import org.isonomia.application.spi.CallerSearch;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.GrantRepository;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.InvitationRepository;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.SessionRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;
import org.isonomia.domain.identity.TokenId;
import org.isonomia.domain.network.OrganisationId;

/** What an installation knows of people, in the memory of this process, for tests that need no database. Writers take turns. */
public final class InMemoryIdentity implements IdentityUnitOfWork {

    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);
    private volatile State state = new State();

    private static final class State {

        private final Map<AccountId, Account> accounts = new HashMap<>();
        private final Map<ExternalIdentity, AccountId> identities = new HashMap<>();
        private final Map<AccountId, ImmutableList<Grant>> grants = new HashMap<>();
        private final Map<OrganisationId, ImmutableSet<Role>> demands = new HashMap<>();
        private final Map<SecretDigest, Session> sessions = new HashMap<>();
        private final Map<SecretDigest, Invitation> invitations = new HashMap<>();
        private final Map<SecretDigest, ApiToken> tokens = new HashMap<>();
        private final Map<OrganisationId, List<Recorded>> journals = new HashMap<>();

        State copy() {
            State copy = new State();
            copy.accounts.putAll(accounts);
            copy.identities.putAll(identities);
            copy.grants.putAll(grants);
            copy.demands.putAll(demands);
            copy.sessions.putAll(sessions);
            copy.invitations.putAll(invitations);
            copy.tokens.putAll(tokens);
            journals.forEach((organisation, entries) -> copy.journals.put(organisation, new ArrayList<>(entries)));
            return copy;
        }
    }

    @Override
    public <T> T read(Function<IdentityStores, T> work) {
        return alone(() -> work.apply(Room.of(state, () -> checkState(false, "reading changes nothing"))));
    }

    @Override
    public synchronized <T> T write(Function<IdentityStores, T> work) {
        return alone(() -> {
            State after = state.copy();
            T result = work.apply(Room.of(after, () -> {}));
            state = after;
            return result;
        });
    }

    private <T> T alone(Supplier<T> call) {
        checkState(!working.get(), "units of work do not nest");
        working.set(true);
        try {
            return call.get();
        } finally {
            working.remove();
        }
    }

    private static <T> void addTo(Collection<T> all, T added, Predicate<T> same) {
        if (all.stream().anyMatch(same)) {
            throw new DuplicateCodeException("an id, a login or a digest is taken: " + added);
        }
    }

    private record Room(
            AccountRepository accounts,
            GrantRepository grants,
            SessionRepository sessions,
            InvitationRepository invitations,
            ApiTokenRepository tokens,
            CallerSearch callers,
            State state,
            Runnable guard)
            implements IdentityStores {

        @Override
        public JournalRepository journal(OrganisationId organisation) {
            return new InMemoryJournal(
                    state.journals.computeIfAbsent(organisation, unused -> new ArrayList<>()),
                    new ArrayList<>(),
                    guard);
        }

        static Room of(State state, Runnable guard) {
            return new Room(
                    new Accounts(state, guard),
                    new Grants(state, guard),
                    new Sessions(state, guard),
                    new Invitations(state, guard),
                    new Tokens(state, guard),
                    new Callers(state),
                    state,
                    guard);
        }
    }

    private record Accounts(State state, Runnable guard) implements AccountRepository {

        @Override
        public Optional<Account> find(AccountId id) {
            return Optional.ofNullable(state.accounts.get(id));
        }

        @Override
        public Optional<Account> find(Login login) {
            return state.accounts.values().stream()
                    .filter(known -> known.login().equals(login))
                    .findFirst();
        }

        @Override
        public Optional<Account> find(ExternalIdentity identity) {
            return Optional.ofNullable(state.identities.get(identity)).flatMap(this::find);
        }

        @Override
        public void link(AccountId account, ExternalIdentity identity) {
            guard.run();
            if (state.identities.putIfAbsent(identity, account) != null) {
                throw new DuplicateCodeException(identity.toString());
            }
        }

        @Override
        public void unlink(AccountId account) {
            guard.run();
            state.identities.values().removeIf(account::equals);
        }

        @Override
        public void add(Account account) {
            guard.run();
            addTo(
                    state.accounts.values(),
                    account,
                    known -> known.id().equals(account.id()) || known.login().equals(account.login()));
            state.accounts.put(account.id(), account);
        }

        @Override
        public void save(Account account) {
            guard.run();
            Account stored = state.accounts.get(account.id());
            if (stored == null || stored.version() != account.version()) {
                throw new StaleAggregateException("account " + account.id());
            }
            Account next = account.next();
            state.accounts.put(
                    account.id(),
                    new Account(
                            next.id(),
                            stored.login(),
                            next.name(),
                            next.operator(),
                            next.password(),
                            next.secondFactor(),
                            next.disabled(),
                            stored.created(),
                            next.version()));
        }

        @Override
        public ImmutableList<Account> list(Optional<Login> after, int limit) {
            return sorted(account -> after.isEmpty() || account.login().compareTo(after.get()) > 0).stream()
                    .limit(limit)
                    .collect(toImmutableList());
        }

        @Override
        public ImmutableList<Account> holdersIn(OrganisationId organisation) {
            return sorted(account -> state.grants.getOrDefault(account.id(), ImmutableList.of()).stream()
                    .anyMatch(grant -> grant.organisation().equals(Optional.of(organisation))));
        }

        @Override
        public ImmutableList<Account> lockOperators() {
            guard.run();
            return sorted(account -> account.operator() && account.isActive());
        }

        private ImmutableList<Account> sorted(Predicate<Account> wanted) {
            return state.accounts.values().stream()
                    .filter(wanted)
                    .sorted(Comparator.comparing(Account::login))
                    .collect(toImmutableList());
        }
    }

    private record Grants(State state, Runnable guard) implements GrantRepository {

        @Override
        public ImmutableList<Grant> of(AccountId account) {
            return state.grants.getOrDefault(account, ImmutableList.of());
        }

        private ImmutableList<Grant> of(AccountId account, OrganisationId organisation) {
            return of(account).stream()
                    .filter(grant -> grant.organisation().equals(Optional.of(organisation)))
                    .collect(toImmutableList());
        }

        @Override
        public ImmutableListMultimap<AccountId, Grant> of(ImmutableSet<AccountId> accounts) {
            ImmutableListMultimap.Builder<AccountId, Grant> found = ImmutableListMultimap.builder();
            accounts.forEach(account -> found.putAll(account, of(account)));
            return found.build();
        }

        @Override
        public ImmutableListMultimap<AccountId, Grant> in(OrganisationId organisation) {
            ImmutableListMultimap.Builder<AccountId, Grant> found = ImmutableListMultimap.builder();
            state.grants.keySet().forEach(account -> found.putAll(account, of(account, organisation)));
            return found.build();
        }

        @Override
        public void put(
                AccountId account,
                OrganisationId organisation,
                ImmutableList<Grant> expected,
                ImmutableList<Grant> grants) {
            guard.run();
            ImmutableList<Grant> held = of(account, organisation);
            if (!state.accounts.containsKey(account)) {
                throw new NotFoundException("account " + account);
            }
            if (!held.equals(Grant.merged(expected))) {
                throw new StaleAggregateException("roles of account " + account);
            }
            ImmutableList<Grant> others =
                    of(account).stream().filter(grant -> !held.contains(grant)).collect(toImmutableList());
            state.grants.put(account, Grant.merged(ImmutableList.copyOf(Iterables.concat(others, grants))));
        }

        @Override
        public ImmutableSet<Role> demands(OrganisationId organisation) {
            return state.demands.getOrDefault(organisation, ImmutableSet.of());
        }

        @Override
        public void demand(OrganisationId organisation, ImmutableSet<Role> roles) {
            guard.run();
            state.demands.put(organisation, roles);
        }
    }

    private record Sessions(State state, Runnable guard) implements SessionRepository {

        @Override
        public Optional<Session> find(SecretDigest digest) {
            return Optional.ofNullable(state.sessions.get(digest));
        }

        @Override
        public void add(Session session) {
            guard.run();
            addTo(
                    state.sessions.values(),
                    session,
                    known -> known.id().equals(session.id()) || known.digest().equals(session.digest()));
            state.sessions.put(session.digest(), session);
        }

        @Override
        public void touch(SessionId id, Instant seen) {
            guard.run();
            state.sessions.replaceAll((digest, session) ->
                    session.id().equals(id) && seen.isAfter(session.lastSeen()) ? seen(session, seen) : session);
        }

        private static Session seen(Session session, Instant seen) {
            return new Session(
                    session.id(),
                    session.digest(),
                    session.account(),
                    session.stage(),
                    session.created(),
                    seen,
                    session.confirmed(),
                    session.secondFactor(),
                    session.device());
        }

        @Override
        public boolean remove(AccountId account, SessionId id) {
            guard.run();
            return state.sessions
                    .values()
                    .removeIf(session ->
                            session.account().equals(account) && session.id().equals(id));
        }

        @Override
        public void removeAll(AccountId account, Optional<SessionId> kept) {
            guard.run();
            state.sessions
                    .values()
                    .removeIf(session -> session.account().equals(account) && !kept.equals(Optional.of(session.id())));
        }

        @Override
        public ImmutableList<Session> list(AccountId account) {
            return state.sessions.values().stream()
                    .filter(session -> session.account().equals(account))
                    .sorted(Comparator.comparing(Session::lastSeen)
                            .reversed()
                            .thenComparing(session -> session.id().value().toString()))
                    .collect(toImmutableList());
        }

        @Override
        public void sweep(Instant createdBefore) {
            guard.run();
            state.sessions.values().removeIf(session -> session.created().isBefore(createdBefore));
        }
    }

    private record Invitations(State state, Runnable guard) implements InvitationRepository {

        @Override
        public Optional<Invitation> find(SecretDigest digest) {
            return Optional.ofNullable(state.invitations.get(digest));
        }

        @Override
        public void put(Invitation invitation) {
            guard.run();
            state.invitations.values().removeIf(known -> known.account().equals(invitation.account()));
            addTo(
                    state.invitations.values(),
                    invitation,
                    known -> known.digest().equals(invitation.digest()));
            state.invitations.put(invitation.digest(), invitation);
        }

        @Override
        public boolean consume(SecretDigest digest) {
            guard.run();
            return state.invitations.remove(digest) != null;
        }

        @Override
        public void removeOf(AccountId account) {
            guard.run();
            state.invitations.values().removeIf(known -> known.account().equals(Optional.of(account)));
        }

        @Override
        public void sweep(Instant now) {
            guard.run();
            state.invitations.values().removeIf(known -> !known.isOpen(now));
        }
    }

    private record Tokens(State state, Runnable guard) implements ApiTokenRepository {

        @Override
        public void add(ApiToken token) {
            guard.run();
            addTo(
                    state.tokens.values(),
                    token,
                    known -> known.id().equals(token.id()) || known.digest().equals(token.digest()));
            state.tokens.put(token.digest(), token);
        }

        @Override
        public void touch(TokenId id, Instant used) {
            guard.run();
            state.tokens.replaceAll((digest, token) ->
                    token.id().equals(id) && token.lastUsed().map(used::isAfter).orElse(true)
                            ? new ApiToken(
                                    token.id(),
                                    digest,
                                    token.account(),
                                    token.name(),
                                    token.permissions(),
                                    token.created(),
                                    token.expires(),
                                    Optional.of(used))
                            : token);
        }

        @Override
        public boolean remove(AccountId account, TokenId id) {
            guard.run();
            return state.tokens
                    .values()
                    .removeIf(token ->
                            token.account().equals(account) && token.id().equals(id));
        }

        @Override
        public void removeAll(AccountId account) {
            guard.run();
            state.tokens.values().removeIf(token -> token.account().equals(account));
        }

        @Override
        public ImmutableList<ApiToken> list(AccountId account) {
            return state.tokens.values().stream()
                    .filter(token -> token.account().equals(account))
                    .sorted(Comparator.comparing(ApiToken::created)
                            .reversed()
                            .thenComparing(token -> token.id().value().toString()))
                    .collect(toImmutableList());
        }
    }

    private record Callers(State state) implements CallerSearch {

        @Override
        public Optional<BySession> bySession(SecretDigest digest) {
            return Optional.ofNullable(state.sessions.get(digest))
                    .map(session -> new BySession(session, holder(session.account())));
        }

        @Override
        public Optional<ByToken> byToken(SecretDigest digest) {
            return Optional.ofNullable(state.tokens.get(digest))
                    .map(token -> new ByToken(token, holder(token.account())));
        }

        private Holder holder(AccountId account) {
            ImmutableList<Grant> grants = state.grants.getOrDefault(account, ImmutableList.of());
            return new Holder(
                    state.accounts.get(account),
                    grants,
                    grants.stream()
                            .filter(grant -> state.demands
                                    .getOrDefault(grant.organisation().orElseThrow(), ImmutableSet.of())
                                    .contains(grant.role()))
                            .collect(toImmutableSet()));
        }
    }
}
