package org.isonomia.application.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.isonomia.application.access.Caller;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.PlanStatus;
import org.junit.jupiter.api.Test;

/** What is shown to whom, and that nobody changes or loses what they do not see. */
class ConfidentialTest {

    private static final PlanKey PLAN = new PlanKey(Code.parse("commune"), Code.parse("plan"));
    private static final Code OPEN = Code.parse("1.1");
    private static final Code KEPT = Code.parse("1.2");
    private static final Code NONE = Code.parse("1.9");

    private static final Node NULL = Node.nothing();

    private final Ports ports = InMemoryStores.create().ports();
    private final PlanUseCases plans = PlanUseCases.of(
            TestGateway.of(ports, InstantSource.system()),
            UUID::randomUUID,
            new Today(InstantSource.system()),
            HealthRule.DEFAULT,
            ReferenceData.shipped());

    ConfidentialTest() {
        plans.by(TestGateway.SYSTEM)
                .exchange()
                .importDocument(new PlanExchange.Command(PlanExchange.template(), false, Optional.empty()));
        entry(Directory.UNITS, "DRH", map("name", "DRH", "kind", "direction"));
        entry(Directory.PEOPLE, "drh", map("function", "Directrice", "unit", "DRH"));
        entry(Directory.PEOPLE, "elue", map("function", "Adjointe"));
        plans.by(lead())
                .editing()
                .addAction(
                        PLAN,
                        edit(map("code", "1.2", "axis", "1", "title", "Discrète", "kind", "study", "level", "will")
                                .with("lead", Node.text("drh"))
                                .with("visibility", Node.text("leads"))));
        change(
                lead(),
                OPEN,
                Node.mapping(ImmutableMap.of(
                        "description",
                        Node.text("décrite"),
                        "sponsor",
                        Node.text("elue"),
                        "links",
                        list(map("kind", "supports", "action", "1.2")),
                        "milestones",
                        list(map("code", "J1", "title", "Jalon", "evidence", "https://example.org/preuve")),
                        "statuses",
                        list(map("status", "suspended", "date", "2026-01-05", "author", "Camille", "reason", "grave")),
                        "hidden",
                        map(
                                "description",
                                "organisation",
                                "sponsor",
                                "leads",
                                "reasons",
                                "leads",
                                "evidence",
                                "leads"))));
    }

    private static Node.Mapping map(String... keysAndValues) {
        ImmutableMap.Builder<String, Node> entries = ImmutableMap.builder();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put(keysAndValues[i], Node.text(keysAndValues[i + 1]));
        }
        return Node.mapping(entries.buildOrThrow());
    }

    private static Node list(Node... items) {
        return Node.sequence(ImmutableList.copyOf(items));
    }

    private static Edit edit(Node patch) {
        return new Edit(OptionalInt.empty(), patch, Optional.empty());
    }

    private void entry(Directory directory, String code, Node patch) {
        plans.by(TestGateway.SYSTEM).directory().change(PLAN.organisation(), directory, Code.parse(code), edit(patch));
    }

    private OrganisationId organisation() {
        return ports.organisations().find(PLAN.organisation()).orElseThrow().id();
    }

    private Caller somebody(Role role, Scope scope) {
        Grant grant = Grant.of(role, organisation(), scope);
        return new Caller(Actor.of(new AccountId(new UUID(0, 5)), "Camille", ImmutableList.of(grant)), "request-7");
    }

    private Caller lead() {
        return somebody(Role.PLAN_LEAD, Scope.EVERYTHING);
    }

    private Caller assistant() {
        return somebody(Role.ASSISTANT, Scope.EVERYTHING);
    }

    private Caller referent() {
        return somebody(Role.DIRECTION_REFERENT, Scope.units(ImmutableSet.of(Code.parse("DRH"))));
    }

    private void change(Caller caller, Code action, Node patch) {
        plans.by(caller)
                .editing()
                .changeActions(
                        PLAN, ImmutableList.of(new ActionEdit(action, OptionalInt.empty(), patch)), Optional.empty());
    }

    private Action seen(Caller caller, Code action) {
        return plans.by(caller).reading().assessed(PLAN, action).action();
    }

    private boolean sees(Caller caller, Code action) {
        return plans.by(caller).reading().actions(PLAN, ActionFilter.ALL, ActionFilter.Paging.FIRST).items().stream()
                .anyMatch(listed -> listed.row().code().equals(action));
    }

    @Test
    void showsAConfidentialActionToWhoLeadsAndToNobodyElse() {
        assertThat(sees(lead(), KEPT)).isTrue();
        assertThat(sees(referent(), KEPT)).isTrue();
        assertThat(sees(assistant(), KEPT)).isFalse();
        assertThat(sees(somebody(Role.ELECTED_OFFICIAL, Scope.EVERYTHING), KEPT))
                .isFalse();
        assertThat(sees(Caller.PUBLIC, KEPT)).isFalse();
        assertThat(seen(referent(), KEPT).code()).isEqualTo(KEPT);
    }

    @Test
    void saysOfWhatIsHiddenTheSameAsOfWhatDoesNotExist() {
        for (Caller caller : ImmutableList.of(Caller.PUBLIC, assistant())) {
            same(code -> plans.by(caller).reading().assessed(PLAN, code));
            same(code -> plans.by(caller).reading().action(PLAN, code));
            same(code -> change(caller, code, map("title", "Autre")));
            same(code -> change(caller, code, map("lead", "rien")));
            same(code -> plans.by(caller).editing().removeAction(PLAN, code, edit(map())));
            same(code -> change(
                    caller,
                    OPEN,
                    Node.mapping(ImmutableMap.of("links", list(map("kind", "supports", "action", code.value()))))));
        }
    }

    private static void same(Consumer<Code> call) {
        Throwable hidden = catchThrowable(() -> call.accept(KEPT));
        Throwable absent = catchThrowable(() -> call.accept(NONE));
        assertThat(hidden).isNotNull().hasSameClassAs(absent);
        assertThat(hidden.getMessage().replace(KEPT.value(), NONE.value())).isEqualTo(absent.getMessage());
    }

    @Test
    void countsAndListsNothingThatIsHidden() {
        PlanReading open = plans.by(Caller.PUBLIC).reading();
        assertThat(open.overview(PLAN).total().actions()).isEqualTo(1);
        assertThat(open.timeline(PLAN).actions()).hasSize(1);
        assertThat(open.action(PLAN, OPEN).linked()).isEmpty();
        assertThat(open.action(PLAN, OPEN).action().content().links()).isEmpty();
        assertThat(plans.by(lead()).reading().overview(PLAN).total().actions()).isEqualTo(2);
        assertThat(plans.by(lead()).reading().action(PLAN, OPEN).linked()).hasSize(1);
    }

    @Test
    void takesHiddenFieldsOutOfWhatIsShownAndExported() {
        String shown = PlanExchange.write(seen(Caller.PUBLIC, OPEN)).toString();
        assertThat(shown).doesNotContain("décrite").doesNotContain("grave").doesNotContain("preuve");
        assertThat(shown).doesNotContain("hidden").doesNotContain("elue").doesNotContain("1.2");
        String exported = plans.by(Caller.PUBLIC).exchange().export(PLAN).toString();
        assertThat(exported).doesNotContain("grave").doesNotContain("Discrète").doesNotContain("hidden");
        assertThat(PlanExchange.write(seen(assistant(), OPEN)).toString())
                .contains("décrite")
                .doesNotContain("grave");
        assertThat(plans.by(lead()).exchange().export(PLAN).toString())
                .contains("grave")
                .contains("Discrète");
    }

    @Test
    void keepsWhatAnEditorDoesNotSee() {
        Action before = seen(lead(), OPEN);
        Node seen = PlanExchange.write(seen(assistant(), OPEN));
        Node.Mapping statuses = map("status", "in-progress", "date", "2026-02-01", "author", "Camille");
        ImmutableList<Node> history =
                ((Node.Sequence) ((Node.Mapping) seen).get("statuses").orElseThrow()).items();
        change(
                assistant(),
                OPEN,
                Node.mapping(ImmutableMap.of(
                        "planned",
                        map("start", "2026"),
                        "milestones",
                        list(map("code", "J0", "title", "Avant"), map("code", "J1", "title", "Autrement dit")),
                        "statuses",
                        list(history.getFirst(), statuses))));

        Action after = seen(lead(), OPEN);
        assertThat(after.statuses()).hasSize(2);
        assertThat(after.statuses().getFirst()).isEqualTo(before.statuses().getFirst());
        assertThat(after.content().milestones().get(1).title()).isEqualTo("Autrement dit");
        assertThat(after.content().milestones().get(1).evidence())
                .isEqualTo(before.content().milestones().getFirst().evidence())
                .isPresent();
        assertThat(after.content().roles()).isEqualTo(before.content().roles());
        assertThat(after.content().links()).isEqualTo(before.content().links());
        assertThat(after.content().disclosure()).isEqualTo(before.content().disclosure());
    }

    @Test
    void changesNothingThatItsCallerDoesNotSee() {
        for (Node patch : ImmutableList.<Node>of(
                map("sponsor", "drh"),
                Node.mapping(ImmutableMap.of("milestones", list())),
                Node.mapping(ImmutableMap.of(
                        "milestones", list(map("code", "J1", "title", "Jalon", "evidence", "https://example.org")))),
                Node.mapping(ImmutableMap.of(
                        "statuses",
                        list(map(
                                "status", "suspended", "date", "2026-01-05", "author", "Camille", "reason", "autre")))),
                map("visibility", "organisation"),
                Node.mapping(ImmutableMap.of("hidden", map("objective", "leads"))))) {
            assertThatExceptionOfType(ForbiddenException.class)
                    .as("%s", patch)
                    .isThrownBy(() -> change(assistant(), OPEN, patch));
        }
        change(assistant(), OPEN, Node.mapping(ImmutableMap.of("sponsor", NULL)));
        assertThat(seen(lead(), OPEN).content().roles().sponsor()).contains(Code.parse("elue"));
    }

    @Test
    void letsWhoEditsThePlanShowAndHide() {
        change(lead(), KEPT, map("visibility", "organisation"));
        assertThat(sees(assistant(), KEPT)).isTrue();
        assertThat(sees(Caller.PUBLIC, KEPT)).isFalse();
        change(lead(), OPEN, Node.mapping(ImmutableMap.of("hidden", Node.mapping(ImmutableMap.of("reasons", NULL)))));
        assertThat(PlanExchange.write(seen(Caller.PUBLIC, OPEN)).toString()).contains("grave");
        change(lead(), KEPT, Node.mapping(ImmutableMap.of("visibility", NULL)));
        assertThat(sees(Caller.PUBLIC, KEPT)).isTrue();
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() ->
                        change(lead(), OPEN, Node.mapping(ImmutableMap.of("hidden", map("description", "public")))));
    }

    @Test
    void hidesAWholePlan() {
        plans.by(lead()).editing().changePlan(PLAN, edit(map("visibility", "organisation")));
        PlanReading open = plans.by(Caller.PUBLIC).reading();
        PlanKey none = new PlanKey(PLAN.organisation(), Code.parse("autre"));
        assertThat(open.organisations().getFirst().plans()).isEmpty();
        assertThatThrownBy(() -> open.plan(PLAN))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(catchThrowable(() -> open.plan(none)).getMessage().replace("autre", "plan"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> open.assessed(PLAN, OPEN));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> plans.by(Caller.PUBLIC).exchange().export(PLAN));
        assertThat(plans.by(assistant()).reading().plan(PLAN).code()).isEqualTo(PLAN.plan());
    }

    @Test
    void namesNobodyInARefusalWhomItsCallerDoesNotSee() {
        assertThatExceptionOfType(EntryInUseException.class)
                .isThrownBy(() -> plans.by(assistant())
                        .directory()
                        .remove(PLAN.organisation(), Directory.PEOPLE, Code.parse("drh"), edit(map())))
                .withMessageContaining("what you may not see");
        assertThatExceptionOfType(EntryInUseException.class)
                .isThrownBy(() -> plans.by(lead())
                        .directory()
                        .remove(PLAN.organisation(), Directory.PEOPLE, Code.parse("drh"), edit(map())))
                .withMessageContaining("action 1.2 of plan plan");
    }

    @Test
    void leavesNoTraceOfWhatWasNeverShownInTheAmendments() {
        for (PlanStatus status : ImmutableList.of(PlanStatus.ADOPTED, PlanStatus.IN_FORCE)) {
            plans.by(lead()).editing().transition(PLAN, OptionalInt.empty(), status);
        }
        change(lead(), KEPT, map("title", "Autrement discrète"));
        change(lead(), OPEN, Node.mapping(ImmutableMap.of("links", list())));
        plans.by(lead()).editing().removeAction(PLAN, KEPT, edit(map()));
        assertThat(plans.by(Caller.PUBLIC).reading().plan(PLAN).amendments()).isEmpty();
    }

    @Test
    void showsEverythingToATokenThatMayEditThePlan() {
        Caller token = new Caller(lead().actor().limitedTo(ImmutableSet.of(Permission.EDIT_PLAN)), "request-8");
        assertThat(sees(token, KEPT)).isTrue();
        Caller reader = new Caller(lead().actor().limitedTo(ImmutableSet.of(Permission.READ_WORKSPACE)), "request-9");
        assertThat(sees(reader, KEPT)).isFalse();
    }
}
