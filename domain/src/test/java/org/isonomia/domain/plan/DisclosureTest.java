package org.isonomia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.RuleViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureTest {

    private static final Code LEAD = Code.parse("pilote");
    private static final Code UNIT = Code.parse("DGA-A");
    private static final Sight INSIDE =
            new Sight(ImmutableSet.of(Visibility.PUBLIC, Visibility.ORGANISATION), Reach.NOTHING);

    private static Action action(Visibility visibility, ImmutableMap<Hideable, Visibility> hidden) {
        ActionContent content = ActionContent.of(
                new ActionProfile(
                        "Action", ActionProfile.Kind.TRAINING, Optional.of("décrite"), Optional.of("visée"), 1),
                Commitment.of(CommitmentLevel.WILL));
        URI proof = URI.create("https://example.org/preuve");
        ActionContent whole = new ActionContent(
                content.profile(),
                content.commitment(),
                new ActionRoles(
                        Optional.of(LEAD),
                        Optional.of(Code.parse("sponsor")),
                        ImmutableSet.of(UNIT),
                        ImmutableSet.of(Code.parse("partenaire"))),
                new ActionScope(
                        ImmutableSet.of(Code.parse("public-jeune")),
                        ImmutableSet.of(),
                        ImmutableSet.of(),
                        ImmutableSet.of()),
                content.schedule(),
                ImmutableList.of(
                        Plans.milestone("J1", 1, "2026-05").reached(LocalDate.parse("2026-05-02"), Optional.of(proof))),
                ImmutableList.of(
                        new ActionLink(ActionLink.Kind.DEPENDS_ON, Code.parse("1.2")),
                        new ActionLink(ActionLink.Kind.DEPENDS_ON, Code.parse("1.3"))),
                ImmutableList.of(new DocumentLink("Note", proof, Optional.empty())),
                new Disclosure(visibility, hidden));
        return Plans.action("1.1", "1").revise(whole).declare(Plans.declared(DeclaredStatus.SUSPENDED, "2026-06-01"));
    }

    private static ImmutableMap<Hideable, Visibility> all(Visibility visibility) {
        return Stream.of(Hideable.values()).collect(ImmutableMap.toImmutableMap(field -> field, field -> visibility));
    }

    private static boolean says(Action action, Hideable field) {
        ActionContent content = action.content();
        return switch (field) {
            case DESCRIPTION -> content.profile().description().isPresent();
            case OBJECTIVE -> content.profile().objective().isPresent();
            case SPONSOR -> content.roles().sponsor().isPresent();
            case PARTNERS -> !content.roles().partners().isEmpty();
            case AUDIENCES -> !content.scope().audiences().isEmpty();
            case DOCUMENTS -> !content.documents().isEmpty();
            case REASONS -> action.statuses().getFirst().reason().isPresent();
            case EVIDENCE -> content.milestones().getFirst().evidence().isPresent();
        };
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void showsAnActionToItsCircleOnly(Visibility visibility) {
        Action action = action(visibility, ImmutableMap.of());
        assertThat(Disclosure.seen(action, Sight.PUBLIC))
                .isEqualTo(visibility == Visibility.PUBLIC ? Optional.of(action) : Optional.empty());
        assertThat(Disclosure.seen(action, INSIDE).isPresent()).isEqualTo(visibility != Visibility.LEADS);
        assertThat(Disclosure.seen(action, Sight.EVERYTHING)).containsSame(action);
    }

    @Test
    void showsEverythingToWhoLeadsOrContributes() {
        Action action = action(Visibility.LEADS, all(Visibility.LEADS));
        Reach led = new Reach(false, ImmutableSet.of(), ImmutableSet.of(LEAD), ImmutableSet.of());
        Reach contributed = new Reach(false, ImmutableSet.of(UNIT), ImmutableSet.of(), ImmutableSet.of());
        for (Reach reach : ImmutableList.of(led, contributed)) {
            assertThat(Disclosure.seen(action, new Sight(INSIDE.visibilities(), reach)))
                    .containsSame(action);
        }
        Reach other = new Reach(false, ImmutableSet.of(Code.parse("DGA-B")), ImmutableSet.of(), ImmutableSet.of());
        Sight elsewhere = new Sight(INSIDE.visibilities(), other);
        assertThat(Disclosure.seen(action, elsewhere)).isEmpty();
        assertThat(elsewhere.reachesByUnit()).isTrue();
        assertThat(Disclosure.seen(action, elsewhere.withPeople(ImmutableSet.of(LEAD))))
                .containsSame(action);
    }

    @ParameterizedTest
    @EnumSource(Hideable.class)
    void takesAwayWhatIsHiddenAndNothingElse(Hideable hidden) {
        Action action = action(Visibility.PUBLIC, ImmutableMap.of(hidden, Visibility.ORGANISATION));
        Action seen = Disclosure.seen(action, Sight.PUBLIC).orElseThrow();
        for (Hideable field : Hideable.values()) {
            assertThat(says(seen, field)).as("%s", field).isEqualTo(field != hidden);
        }
        assertThat(seen.content().disclosure()).isEqualTo(Disclosure.PUBLIC);
        assertThat(seen.progress()).isEqualTo(action.progress());
        assertThat(seen.pulse()).isEqualTo(action.pulse());
        assertThat(seen.version()).isEqualTo(action.version());
        assertThat(Disclosure.seen(action, INSIDE)).containsSame(action);
    }

    @Test
    void leavesNothingOfActionsThatAreNotSeen() {
        Action action = action(Visibility.PUBLIC, ImmutableMap.of());
        Action left = Disclosure.linkedTo(action, ImmutableSet.of(Code.parse("1.3")));
        assertThat(left.content().links())
                .containsExactly(new ActionLink(ActionLink.Kind.DEPENDS_ON, Code.parse("1.3")));
        assertThat(Disclosure.linkedTo(action, ImmutableSet.of(Code.parse("1.2"), Code.parse("1.3"))))
                .isSameAs(action);
    }

    @Test
    void stillDemandsTheReasonsThatAreNotWithheld() {
        assertThatThrownBy(() -> new StatusChange(
                        DeclaredStatus.ABANDONED, LocalDate.parse("2026-06-01"), "A", Optional.empty()))
                .isInstanceOf(RuleViolationException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Disclosure(Visibility.PUBLIC, ImmutableMap.of(Hideable.DESCRIPTION, Visibility.PUBLIC)));
    }

    @Test
    void amendsForNothingThatWasNotVoted() {
        Optional<Action> open = Optional.of(action(Visibility.PUBLIC, ImmutableMap.of()));
        Optional<Action> kept = Optional.of(action(Visibility.ORGANISATION, ImmutableMap.of()));
        assertThat(AmendmentPolicy.changes(Optional.empty(), kept)).isEmpty();
        assertThat(AmendmentPolicy.changes(kept, Optional.empty())).isEmpty();
        assertThat(AmendmentPolicy.changes(kept, kept.map(action -> action.moveTo(Code.parse("2")))))
                .isEmpty();
        assertThat(AmendmentPolicy.changes(kept, open)).containsExactly("action 1.1: added");
        assertThat(AmendmentPolicy.changes(open, kept)).containsExactly("action 1.1: removed");
    }
}
