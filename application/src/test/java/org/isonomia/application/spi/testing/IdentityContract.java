package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isonomia.application.document.Node;
import org.isonomia.application.journal.Change;
import org.isonomia.application.journal.Deed;
import org.isonomia.application.spi.CallerSearch;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.SignInAttemptRepository;
import org.isonomia.application.spi.SignInAttemptRepository.Tally;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.network.OrganisationId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link IdentityUnitOfWork} with its stores, and every {@link SignInAttemptRepository}, must do. */
public abstract class IdentityContract {

    private static final Instant NOW = IdentitySamples.NOW;
    private static final int CALLERS = 8;

    /** The ports to be tested; the same installation for all tests of a class is enough. */
    protected abstract IdentityPorts ports();

    private <T> T read(Function<IdentityStores, T> work) {
        return ports().work().read(work);
    }

    private void write(Consumer<IdentityStores> work) {
        ports().work().write(stores -> {
            work.accept(stores);
            return true;
        });
    }

    private Account added() {
        Account account = IdentitySamples.account();
        write(stores -> stores.accounts().add(account));
        return account;
    }

    private OrganisationId founded() {
        OrganisationId id = new OrganisationId(UUID.randomUUID());
        ports().organisations()
                .put(Samples.organisation(id.value(), "org-" + id.value().toString()));
        return id;
    }

    private void hold(Account account, OrganisationId organisation, Grant... grants) {
        write(stores ->
                stores.grants().put(account.id(), organisation, ImmutableList.of(), ImmutableList.copyOf(grants)));
    }

    /** What so many callers at once are told. */
    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<T> told = new ArrayList<>();
            for (Future<T> answer : callers.invokeAll(List.copyOf(java.util.Collections.nCopies(CALLERS, call)))) {
                told.add(answer.get());
            }
            return told;
        }
    }

    @Nested
    class Work {

        @Test
        void undoesEverythingWhenItFailsAndThrowsWhatItThrew() {
            Account account = IdentitySamples.account();
            ArithmeticException thrown = new ArithmeticException("on purpose");

            assertThatThrownBy(() -> write(stores -> {
                        stores.accounts().add(account);
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(IdentityContract.this.<Optional<Account>>read(
                            stores -> stores.accounts().find(account.id())))
                    .isEmpty();
        }

        @Test
        void changesNothingWhenReading() {
            Account account = IdentitySamples.account();

            assertThatThrownBy(() -> read(stores -> {
                        stores.accounts().add(account);
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Accounts {

        private Optional<Account> stored(Account account) {
            return read(stores -> stores.accounts().find(account.id()));
        }

        @Test
        void givesBackWhatWasAdded() {
            Account account = added();
            Account bare = Account.invited(
                    new AccountId(UUID.randomUUID()), Login.parse(UUID.randomUUID() + "@a.example"), "A", NOW);
            write(stores -> stores.accounts().add(bare));

            assertThat(stored(account)).contains(account);
            assertThat(stored(bare)).contains(bare);
        }

        @Test
        void findsByLogin() {
            Account account = added();

            assertThat(IdentityContract.this.<Optional<Account>>read(stores -> stores.accounts()
                            .find(Login.parse(account.login().value().toUpperCase(java.util.Locale.ROOT)))))
                    .contains(account);
            assertThat(IdentityContract.this.<Optional<Account>>read(
                            stores -> stores.accounts().find(Login.parse("nobody@a.example"))))
                    .isEmpty();
        }

        @Test
        void findsWhomAnIdentityProviderKnows() {
            Account account = added();
            ExternalIdentity identity = new ExternalIdentity(
                    "https://provider.example", account.id().toString());
            ExternalIdentity elsewhere =
                    new ExternalIdentity("https://other.example", account.id().toString());
            write(stores -> stores.accounts().link(account.id(), identity));

            assertThat(IdentityContract.this.<Optional<Account>>read(
                            stores -> stores.accounts().find(identity)))
                    .contains(account);
            assertThat(IdentityContract.this.<Optional<Account>>read(
                            stores -> stores.accounts().find(elsewhere)))
                    .isEmpty();
            AccountId other = added().id();
            assertThatThrownBy(() -> write(stores -> stores.accounts().link(other, identity)))
                    .isInstanceOf(DuplicateCodeException.class);
            write(stores -> stores.accounts().unlink(account.id()));
            assertThat(IdentityContract.this.<Optional<Account>>read(
                            stores -> stores.accounts().find(identity)))
                    .isEmpty();
        }

        @Test
        void refusesALoginThatIsTaken() {
            Account account = added();
            Account other = Account.invited(new AccountId(UUID.randomUUID()), account.login(), "Other", NOW);

            assertThatThrownBy(() -> write(stores -> stores.accounts().add(other)))
                    .isInstanceOf(DuplicateCodeException.class);
        }

        @Test
        void savesTheNextVersionAndRefusesAStaleOne() {
            Account account = added();
            Account changed = account.withPassword("$argon2id$other")
                    .withSecondFactor(Optional.empty())
                    .disabled(true)
                    .asOperator(true);
            write(stores -> stores.accounts().save(changed));

            assertThat(stored(account)).contains(changed.next());
            assertThatThrownBy(() -> write(stores -> stores.accounts().save(account)))
                    .isInstanceOf(StaleAggregateException.class);
            assertThat(stored(account)).contains(changed.next());
        }

        @Test
        void listsByLoginFromWhereThePageBefore() {
            List<Account> all = List.of(added(), added(), added());
            Login first = all.stream().map(Account::login).min(Login::compareTo).orElseThrow();
            List<Account> page = read(stores -> stores.accounts().list(Optional.of(first), 2));

            assertThat(page)
                    .hasSize(2)
                    .isSortedAccordingTo(java.util.Comparator.comparing(Account::login))
                    .allMatch(account -> account.login().compareTo(first) > 0);
        }

        @Test
        void listsWhoHoldsARoleInAnOrganisation() {
            OrganisationId organisation = founded();
            Account holder = added();
            added();
            hold(holder, organisation, Grant.of(Role.PLAN_LEAD, organisation, Scope.EVERYTHING));
            hold(holder, founded());

            assertThat(IdentityContract.this.<ImmutableList<Account>>read(
                            stores -> stores.accounts().holdersIn(organisation)))
                    .containsExactly(holder);
        }

        @Test
        void keepsOneOperatorWhenAllAreTakenAwayAtOnce() throws Exception {
            write(stores -> stores.accounts()
                    .lockOperators()
                    .forEach(operator -> stores.accounts().save(operator.asOperator(false))));
            List<Account> operators = List.of(added(), added(), added());
            operators.forEach(account -> write(stores -> stores.accounts().save(account.asOperator(true))));

            atOnce(() -> ports().work().write(stores -> {
                ImmutableList<Account> all = stores.accounts().lockOperators();
                if (all.size() > 1) {
                    stores.accounts().save(all.getFirst().asOperator(false));
                }
                return true;
            }));

            ImmutableList<Account> left =
                    ports().work().write(stores -> stores.accounts().lockOperators());
            assertThat(left).hasSize(1);
        }

        @Test
        void countsNoOperatorWhoCannotSignIn() {
            Account disabled = added();
            write(stores -> stores.accounts().save(disabled.asOperator(true).disabled(true)));
            Account invited = Account.invited(
                            new AccountId(UUID.randomUUID()), Login.parse(UUID.randomUUID() + "@a.example"), "A", NOW)
                    .asOperator(true);
            write(stores -> stores.accounts().add(invited));

            ImmutableList<Account> operators =
                    ports().work().write(stores -> stores.accounts().lockOperators());
            assertThat(operators).doesNotContain(disabled, invited);
        }
    }

    @Nested
    class Grants {

        private final OrganisationId organisation = founded();
        private final OrganisationId other = founded();
        private final Account account = added();

        private ImmutableList<Grant> held() {
            return read(stores -> stores.grants().of(account.id()));
        }

        @Test
        void replacesWhatIsHeldInOneOrganisationAndNoOther() {
            Grant lead = Grant.of(Role.PLAN_LEAD, other, Scope.EVERYTHING);
            Grant jury =
                    Grant.of(Role.JURY_MEMBER, organisation, Scope.calls(ImmutableSet.of(Samples.code("appel-2027"))));
            Grant referent = Grant.of(
                    Role.DIRECTION_REFERENT,
                    organisation,
                    Scope.units(ImmutableSet.of(Samples.code("drh"), Samples.code("dgs"))));
            hold(account, other, lead);
            hold(account, organisation, jury);
            write(stores -> stores.grants()
                    .put(account.id(), organisation, ImmutableList.of(jury), ImmutableList.of(referent)));

            assertThat(held()).containsExactlyInAnyOrder(lead, referent);
            assertThat(IdentityContract.this.<ImmutableList<Grant>>read(stores ->
                            stores.grants().of(ImmutableSet.of(account.id())).get(account.id())))
                    .isEqualTo(held());
            assertThat(IdentityContract.this.<ImmutableList<Grant>>read(
                            stores -> stores.grants().in(organisation).get(account.id())))
                    .containsExactly(referent);
        }

        @Test
        void mergesScopesOfOneKind() {
            hold(
                    account,
                    organisation,
                    Grant.of(Role.DIRECTION_REFERENT, organisation, Scope.units(ImmutableSet.of(Samples.code("a")))),
                    Grant.of(Role.DIRECTION_REFERENT, organisation, Scope.units(ImmutableSet.of(Samples.code("b")))),
                    Grant.of(Role.DIRECTION_REFERENT, organisation, Scope.led(ImmutableSet.of(Samples.code("c")))));

            assertThat(held())
                    .containsExactly(
                            Grant.of(
                                    Role.DIRECTION_REFERENT,
                                    organisation,
                                    Scope.units(ImmutableSet.of(Samples.code("a"), Samples.code("b")))),
                            Grant.of(
                                    Role.DIRECTION_REFERENT,
                                    organisation,
                                    Scope.led(ImmutableSet.of(Samples.code("c")))));
        }

        @Test
        void refusesToReplaceWhatSomebodyElseChanged() {
            Grant lead = Grant.of(Role.PLAN_LEAD, organisation, Scope.EVERYTHING);
            hold(account, organisation, lead);

            assertThatThrownBy(() -> write(stores ->
                            stores.grants().put(account.id(), organisation, ImmutableList.of(), ImmutableList.of())))
                    .isInstanceOf(StaleAggregateException.class);
            assertThat(held()).containsExactly(lead);
        }

        @Test
        void refusesSomebodyWhoDoesNotExist() {
            assertThatThrownBy(() -> write(stores -> stores.grants()
                            .put(
                                    new AccountId(UUID.randomUUID()),
                                    organisation,
                                    ImmutableList.of(),
                                    ImmutableList.of())))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void keepsWhichRolesDemandASecondFactor() {
            write(stores -> stores.grants().demand(organisation, ImmutableSet.of(Role.PLAN_LEAD, Role.ASSISTANT)));
            write(stores -> stores.grants().demand(other, ImmutableSet.of(Role.PLAN_LEAD)));
            write(stores -> stores.grants().demand(other, ImmutableSet.of()));

            assertThat(IdentityContract.this.<ImmutableSet<Role>>read(
                            stores -> stores.grants().demands(organisation)))
                    .containsExactlyInAnyOrder(Role.PLAN_LEAD, Role.ASSISTANT);
            assertThat(IdentityContract.this.<ImmutableSet<Role>>read(
                            stores -> stores.grants().demands(other)))
                    .isEmpty();
        }
    }

    @Nested
    class Sessions {

        private final Account account = added();
        private final Session session = IdentitySamples.session(account.id(), NOW);

        private Session add(Instant created) {
            Session added = IdentitySamples.session(account.id(), created);
            write(stores -> stores.sessions().add(added));
            return added;
        }

        private ImmutableList<Session> all() {
            return read(stores -> stores.sessions().list(account.id()));
        }

        @Test
        void givesBackWhatWasAdded() {
            write(stores -> stores.sessions().add(session));

            assertThat(IdentityContract.this.<Optional<Session>>read(
                            stores -> stores.sessions().find(session.digest())))
                    .contains(session);
            assertThat(all()).containsExactly(session);
            assertThatThrownBy(() -> write(stores -> stores.sessions().add(session)))
                    .isInstanceOf(DuplicateCodeException.class);
        }

        @Test
        void notesWhenItWasUsedAndNeverSetsThatBack() {
            write(stores -> stores.sessions().add(session));
            write(stores -> stores.sessions().touch(session.id(), NOW.plusSeconds(120)));
            write(stores -> stores.sessions().touch(session.id(), NOW.plusSeconds(60)));

            assertThat(all()).extracting(Session::lastSeen).containsExactly(NOW.plusSeconds(120));
        }

        @Test
        void listsTheLastSeenFirst() {
            Session older = add(NOW);
            Session newer = add(NOW.plusSeconds(60));

            assertThat(all()).containsExactly(newer, older);
        }

        @Test
        void removesOneOfItsAccountOnly() {
            Session one = add(NOW);
            Account stranger = added();

            assertThat(ports().work().<Boolean>write(stores -> stores.sessions().remove(stranger.id(), one.id())))
                    .isFalse();
            assertThat(ports().work().<Boolean>write(stores -> stores.sessions().remove(account.id(), one.id())))
                    .isTrue();
            assertThat(ports().work().<Boolean>write(stores -> stores.sessions().remove(account.id(), one.id())))
                    .isFalse();
        }

        @Test
        void removesAllOfAnAccountButOne() {
            Session kept = add(NOW);
            add(NOW);
            Session others = IdentitySamples.session(added().id(), NOW);
            write(stores -> stores.sessions().add(others));

            write(stores -> stores.sessions().removeAll(account.id(), Optional.of(kept.id())));
            assertThat(all()).containsExactly(kept);
            write(stores -> stores.sessions().removeAll(account.id(), Optional.empty()));
            assertThat(all()).isEmpty();
            assertThat(IdentityContract.this.<Optional<Session>>read(
                            stores -> stores.sessions().find(others.digest())))
                    .isPresent();
        }

        @Test
        void sweepsWhatBeganLongAgo() {
            Instant ago = NOW.minus(Duration.ofDays(1000));
            add(ago);
            Session recent = add(NOW);
            write(stores -> stores.sessions().sweep(ago.plusSeconds(1)));

            assertThat(all()).containsExactly(recent);
        }
    }

    @Nested
    class Invitations {

        private final Account account = added();

        private Optional<Invitation> find(Invitation invitation) {
            return read(stores -> stores.invitations().find(invitation.digest()));
        }

        private Invitation put(Invitation invitation) {
            write(stores -> stores.invitations().put(invitation));
            return invitation;
        }

        @Test
        void givesBackWhatWasPut() {
            Invitation invitation = put(IdentitySamples.invitation(account.id()));

            assertThat(find(invitation)).contains(invitation);
            assertThat(find(IdentitySamples.invitation(account.id()))).isEmpty();
        }

        @Test
        void keepsTheLastLinkOfEachAccount() {
            Invitation first = put(IdentitySamples.invitation(account.id()));
            Invitation others = put(IdentitySamples.invitation(added().id()));
            Invitation second = put(IdentitySamples.invitation(account.id()));

            assertThat(find(first)).isEmpty();
            assertThat(find(second)).contains(second);
            assertThat(find(others)).contains(others);
        }

        @Test
        void keepsTheLastLinkOfTheFirstOperator() {
            Invitation first = put(new Invitation(
                    IdentitySamples.digest(),
                    Invitation.Purpose.FIRST_OPERATOR,
                    Optional.empty(),
                    NOW,
                    NOW.plusSeconds(60)));
            Invitation second = put(new Invitation(
                    IdentitySamples.digest(),
                    Invitation.Purpose.FIRST_OPERATOR,
                    Optional.empty(),
                    NOW,
                    NOW.plusSeconds(60)));

            assertThat(find(first)).isEmpty();
            assertThat(find(second)).contains(second);
        }

        @Test
        void tellsOneOfManyThatALinkIsTheirs() throws Exception {
            Invitation invitation = put(IdentitySamples.invitation(account.id()));

            assertThat(atOnce(() ->
                            ports().work().write(stores -> stores.invitations().consume(invitation.digest()))))
                    .containsOnlyOnce(true);
            assertThat(find(invitation)).isEmpty();
        }

        @Test
        void forgetsTheLinkOfAnAccount() {
            Invitation invitation = put(IdentitySamples.invitation(account.id()));
            write(stores -> stores.invitations().removeOf(account.id()));

            assertThat(find(invitation)).isEmpty();
        }

        @Test
        void sweepsWhatIsOver() {
            Invitation over = put(new Invitation(
                    IdentitySamples.digest(),
                    Invitation.Purpose.RECOVER,
                    Optional.of(account.id()),
                    NOW.minus(Duration.ofDays(900)),
                    NOW.minus(Duration.ofDays(800))));
            Invitation open = put(IdentitySamples.invitation(added().id()));
            write(stores -> stores.invitations().sweep(NOW.minus(Duration.ofDays(800))));

            assertThat(find(over)).isEmpty();
            assertThat(find(open)).contains(open);
        }
    }

    @Nested
    class Tokens {

        private final Account account = added();

        private ApiToken add(Instant created) {
            ApiToken token = IdentitySamples.token(account.id(), created);
            write(stores -> stores.tokens().add(token));
            return token;
        }

        private ImmutableList<ApiToken> all() {
            return read(stores -> stores.tokens().list(account.id()));
        }

        @Test
        void listsTheNewestFirst() {
            ApiToken older = add(NOW);
            ApiToken newer = add(NOW.plusSeconds(1));

            assertThat(all()).containsExactly(newer, older);
            assertThatThrownBy(() -> write(stores -> stores.tokens().add(older)))
                    .isInstanceOf(DuplicateCodeException.class);
        }

        @Test
        void notesWhenItWasUsedAndNeverSetsThatBack() {
            ApiToken token = add(NOW);
            write(stores -> stores.tokens().touch(token.id(), NOW.plusSeconds(120)));
            write(stores -> stores.tokens().touch(token.id(), NOW.plusSeconds(60)));

            assertThat(all()).extracting(ApiToken::lastUsed).containsExactly(Optional.of(NOW.plusSeconds(120)));
        }

        @Test
        void removesOneOrAllOfItsAccountOnly() {
            ApiToken one = add(NOW);
            add(NOW);
            AccountId stranger = added().id();

            assertThat(ports().work().<Boolean>write(stores -> stores.tokens().remove(stranger, one.id())))
                    .isFalse();
            assertThat(ports().work().<Boolean>write(stores -> stores.tokens().remove(account.id(), one.id())))
                    .isTrue();
            write(stores -> stores.tokens().removeAll(stranger));
            assertThat(all()).hasSize(1);
            write(stores -> stores.tokens().removeAll(account.id()));
            assertThat(all()).isEmpty();
        }
    }

    @Nested
    class Journals {

        private void tell(IdentityStores stores, OrganisationId organisation) {
            Subject subject = new Subject("account/somebody");
            Node.Mapping state = Node.mapping(Map.of("somebody", Node.text("assistant")));
            TestGateway.journal(() -> NOW)
                    .append(
                            stores.journal(organisation),
                            organisation,
                            new Deed(Actor.system("test"), "test", "change-roles", Optional.empty()),
                            ImmutableList.of(new Change(subject, Optional.empty(), Optional.of(state))));
        }

        private long size(OrganisationId organisation) {
            return read(stores -> stores.journal(organisation).peaks().size());
        }

        @Test
        void growInSeveralOrganisationsWithTheWorkThatTellsOfIt() {
            OrganisationId one = founded();
            OrganisationId other = founded();
            write(stores -> {
                tell(stores, one);
                tell(stores, other);
                tell(stores, one);
            });
            assertThat(size(one)).isEqualTo(2);
            assertThat(size(other)).isEqualTo(1);
        }

        @Test
        void doNotGrowWithWorkThatFails() {
            OrganisationId organisation = founded();
            assertThatThrownBy(() -> write(stores -> {
                        tell(stores, organisation);
                        throw new ArithmeticException("on purpose");
                    }))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(size(organisation)).isZero();
        }
    }

    @Nested
    class Callers {

        private final Account account = added();
        private final OrganisationId organisation = founded();
        private final OrganisationId other = founded();
        private final Grant lead = Grant.of(Role.PLAN_LEAD, organisation, Scope.EVERYTHING);
        private final Grant elected = Grant.of(Role.ELECTED_OFFICIAL, other, Scope.EVERYTHING);
        private final Grant leadElsewhere = Grant.of(Role.PLAN_LEAD, other, Scope.EVERYTHING);

        Callers() {
            hold(account, organisation, lead);
            hold(account, other, elected, leadElsewhere);
            write(stores -> stores.grants().demand(organisation, ImmutableSet.of(Role.PLAN_LEAD)));
        }

        private Optional<CallerSearch.BySession> bySession(SecretDigest digest) {
            return read(stores -> stores.callers().bySession(digest));
        }

        private Optional<CallerSearch.ByToken> byToken(SecretDigest digest) {
            return read(stores -> stores.callers().byToken(digest));
        }

        @Test
        void findsTheAccountAndAllItHoldsByASession() {
            Session session = IdentitySamples.session(account.id(), NOW);
            write(stores -> stores.sessions().add(session));

            CallerSearch.BySession found = bySession(session.digest()).orElseThrow();
            assertThat(found.session()).isEqualTo(session);
            assertThat(found.holder().account()).isEqualTo(account);
            assertThat(found.holder().grants()).containsExactlyInAnyOrder(lead, leadElsewhere, elected);
            assertThat(found.holder().demanding()).containsExactly(lead);
        }

        @Test
        void findsTheAccountAndAllItHoldsByAToken() {
            ApiToken token = IdentitySamples.token(account.id(), NOW);
            write(stores -> stores.tokens().add(token));

            CallerSearch.ByToken found = byToken(token.digest()).orElseThrow();
            assertThat(found.token()).isEqualTo(token);
            assertThat(found.holder().account()).isEqualTo(account);
            assertThat(found.holder().grants()).containsExactlyInAnyOrder(lead, leadElsewhere, elected);
            assertThat(found.holder().demanding()).containsExactly(lead);
        }

        @Test
        void findsNobodyByTheDigestOfAnotherThing() {
            Session session = IdentitySamples.session(account.id(), NOW);
            write(stores -> stores.sessions().add(session));

            assertThat(bySession(IdentitySamples.digest())).isEmpty();
            assertThat(byToken(session.digest())).isEmpty();
        }

        @Test
        void findsSomebodyWhoHoldsNothing() {
            Session session = IdentitySamples.session(added().id(), NOW);
            write(stores -> stores.sessions().add(session));

            assertThat(bySession(session.digest()).orElseThrow().holder().grants())
                    .isEmpty();
        }
    }

    @Nested
    class Attempts {

        private final SignInAttemptRepository attempts = ports().attempts();
        private final SecretDigest key = IdentitySamples.digest();
        private final Duration window = Duration.ofMinutes(15);

        @Test
        void countsEachKeyWithinItsWindow() {
            assertThat(attempts.count(key, NOW, window)).isEqualTo(new Tally(1, NOW.plus(window)));
            assertThat(attempts.count(key, NOW.plusSeconds(899), window)).isEqualTo(new Tally(2, NOW.plus(window)));
            assertThat(attempts.count(IdentitySamples.digest(), NOW, window).attempts())
                    .isEqualTo(1);
            assertThat(attempts.count(key, NOW.plusSeconds(900), window))
                    .isEqualTo(new Tally(1, NOW.plusSeconds(1800)));
        }

        @Test
        void takesBackButNeverBelowZero() {
            attempts.count(key, NOW, window);
            attempts.count(key, NOW, window);
            attempts.takeBack(key);
            assertThat(attempts.count(key, NOW, window).attempts()).isEqualTo(2);

            for (int i = 0; i < 5; i++) {
                attempts.takeBack(key);
            }
            assertThat(attempts.count(key, NOW, window).attempts()).isEqualTo(1);
        }

        @Test
        void countsManyAtOnceExactly() throws Exception {
            assertThat(atOnce(() -> attempts.count(key, NOW, window).attempts()))
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        }

        @Test
        void trustsUntilAnInstantAndForgetsWhatWasCounted() {
            attempts.count(key, NOW, window);
            attempts.trust(key, NOW.plusSeconds(3600));

            assertThat(attempts.isTrusted(key, NOW.plusSeconds(3599))).isTrue();
            assertThat(attempts.isTrusted(key, NOW.plusSeconds(3600))).isFalse();
            assertThat(attempts.count(key, NOW, window).attempts()).isEqualTo(1);
            assertThat(attempts.isTrusted(key, NOW)).isTrue();

            attempts.distrust(key);
            assertThat(attempts.isTrusted(key, NOW)).isFalse();
            assertThat(attempts.isTrusted(IdentitySamples.digest(), NOW)).isFalse();
        }

        @Test
        void sweepsWhatIsNeitherCountedNorTrusted() {
            Instant ago = NOW.minus(Duration.ofDays(1000));
            SecretDigest trusted = IdentitySamples.digest();
            attempts.count(key, ago, window);
            attempts.trust(trusted, NOW);

            assertThat(attempts.sweep(ago.plus(window).minusMillis(1))).isZero();
            assertThat(attempts.sweep(ago.plus(window))).isEqualTo(1);
            assertThat(attempts.isTrusted(trusted, NOW.minusSeconds(1))).isTrue();
        }
    }
}
