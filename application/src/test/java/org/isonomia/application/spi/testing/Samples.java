package org.isonomia.application.spi.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.network.Audience;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.network.Siren;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.ActionRoles;
import org.isonomia.domain.plan.ActionScope;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.Appropriation;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.BudgetLine;
import org.isonomia.domain.plan.BudgetYear;
import org.isonomia.domain.plan.Commitment;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Deliberation;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Means;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanProfile;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.Position;
import org.isonomia.domain.plan.Schedule;
import org.isonomia.domain.plan.StatusChange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Organisations, entries, plans and actions for tests: with every field filled, and with none that may be absent. */
public final class Samples {

    /** Accents, ligatures, an emoji beyond the basic plane, quotes and what SQL might misread. */
    public static final String ODD_TEXT = "Œuvrer à l'égalité — « ça » 🏳️‍🌈 %_\\ ' ; --";

    /** As long as a text may be. */
    public static final String LONG_TEXT = "é".repeat(9_998) + "🧭";

    /** The day from which the samples' dates are counted. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** The identity of {@link #plan()}; organisations may each have it. */
    public static final PlanId PLAN = new PlanId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private Samples() {}

    public static Code code(String value) {
        return new Code(value);
    }

    private static ImmutableSet<Code> codes(String... values) {
        return Arrays.stream(values).map(Code::new).collect(ImmutableSet.toImmutableSet());
    }

    public static Organisation organisation(UUID id, String code) {
        return new Organisation(
                new OrganisationId(id),
                code(code),
                "Métropole d'essai",
                Organisation.Kind.METROPOLIS,
                Optional.of(new Siren("200054807")),
                ZoneId.of("Europe/Paris"),
                Locale.FRENCH);
    }

    static Statement statement(String reference) {
        return new Statement(reference, CommitmentLevel.WILL, ODD_TEXT + " " + reference);
    }

    private static ImmutableList<Statement> statements(String prefix) {
        return ImmutableList.of(
                statement(prefix + "-2"), statement(prefix + "-10"), new Statement("x", CommitmentLevel.COULD, "."));
    }

    /** Entries of all directories; references point backward and forward. */
    public static ImmutableList<DirectoryEntry> directory() {
        return ImmutableList.of(
                new OrganisationalUnit(
                        code("DIR"), "Direction", OrganisationalUnit.Kind.DIRECTION, Optional.of(code("DGA"))),
                new OrganisationalUnit(code("DGA"), "DGA " + ODD_TEXT, OrganisationalUnit.Kind.DGA, Optional.empty()),
                new Person(code("chef"), "Chef de projet", Optional.of("Ana Îlot"), Optional.of(code("DIR")), false),
                new Person(code("elue"), "Vice-présidente", Optional.empty(), Optional.empty(), true),
                new Partner(
                        code("ACSE"),
                        "Acsé",
                        codes("CGET", "ANCT"),
                        PartialPeriod.of(PartialDate.parse("2006"), PartialDate.parse("2014-12")),
                        Optional.of(URI.create("https://example.org/acse?a=1&b=é")),
                        statements("p")),
                new Partner(
                        code("CGET"),
                        "CGET",
                        ImmutableSet.of(),
                        PartialPeriod.UNKNOWN,
                        Optional.empty(),
                        ImmutableList.of()),
                new Partner(
                        code("ANCT"),
                        "ANCT",
                        ImmutableSet.of(),
                        PartialPeriod.UNKNOWN,
                        Optional.empty(),
                        ImmutableList.of()),
                new Audience(code("agents"), "Agents"),
                new Audience(code("habitants"), "Habitantes et habitants"),
                territory("13055", "Marseille", 873_076, "AMP", "CT1"),
                territory("13001", "Aix-en-Provence", 0, "AMP"),
                territory("9001", "Code court", 12, "AMP"),
                new Territory(
                        code("CT1"),
                        "Conseil de territoire",
                        Territory.Kind.TERRITORY_COUNCIL,
                        Optional.empty(),
                        OptionalLong.empty(),
                        codes("AMP"),
                        PartialPeriod.of(PartialDate.parse("2016-01-01"), PartialDate.parse("2022-06-30"))),
                new Territory(
                        code("AMP"),
                        "Métropole",
                        Territory.Kind.METROPOLIS,
                        Optional.of(new Siren("200054807")),
                        OptionalLong.of(1_900_000),
                        ImmutableSet.of(),
                        PartialPeriod.UNKNOWN));
    }

    private static Territory territory(String code, String name, long population, String... memberOf) {
        return new Territory(
                code(code),
                name,
                Territory.Kind.COMMUNE,
                Optional.empty(),
                OptionalLong.of(population),
                codes(memberOf),
                PartialPeriod.UNKNOWN);
    }

    /** A plan with every field filled. */
    public static Plan plan() {
        return Plan.restore(new Plan.Snapshot(
                PLAN,
                code("PMCD"),
                new PlanContent(
                        new PlanProfile(
                                "Plan métropolitain " + ODD_TEXT,
                                PlanProfile.Kind.METROPOLITAN,
                                PartialPeriod.of(PartialDate.parse("1900"), PartialDate.parse("2999-12")),
                                Optional.of(LONG_TEXT),
                                true,
                                statements("plan"),
                                documents()),
                        deliberations(),
                        governance(),
                        means(),
                        axes(),
                        engagements()),
                PlanStatus.IN_FORCE,
                amendments(),
                0));
    }

    /** A plan of which nothing but a title is known. */
    public static Plan barePlan(UUID id, String code) {
        return Plan.draft(
                new PlanId(id),
                code(code),
                PlanContent.of(new PlanProfile(
                        "Plan",
                        PlanProfile.Kind.LOCAL,
                        PartialPeriod.UNKNOWN,
                        Optional.empty(),
                        false,
                        ImmutableList.of(),
                        ImmutableList.of())));
    }

    private static ImmutableList<DocumentLink> documents() {
        return ImmutableList.of(
                new DocumentLink("Étude", URI.create("https://example.org/%C3%A9tude#p"), Optional.of(TODAY)),
                new DocumentLink("Annexe", URI.create("http://example.org/b"), Optional.empty()));
    }

    private static ImmutableList<Deliberation> deliberations() {
        return ImmutableList.of(
                new Deliberation(
                        "DEL-2",
                        Optional.of(LocalDate.of(2025, 2, 28)),
                        Optional.of("Vœu"),
                        Optional.of(URI.create("https://example.org/d"))),
                new Deliberation("DEL-1", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static ImmutableList<GovernanceBody> governance() {
        return ImmutableList.of(
                new GovernanceBody(
                        code("COPIL"),
                        "Comité de pilotage",
                        GovernanceBody.Kind.STEERING_COMMITTEE,
                        Optional.of(code("elue")),
                        Optional.of("Élus\net services"),
                        Optional.of("Deux fois l'an"),
                        statements("g")),
                new GovernanceBody(
                        code("A"),
                        "Autre",
                        GovernanceBody.Kind.OTHER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ImmutableList.of()));
    }

    private static Means means() {
        return new Means(
                CurrencyUnit.EUR,
                ImmutableList.of(
                        new Appropriation(
                                BudgetYear.parse("N+1"),
                                Optional.of(Money.parse("EUR 123456789012.34")),
                                Optional.of("note"),
                                ImmutableList.of(
                                        new BudgetLine(
                                                BudgetLine.Purpose.TRAINING, Optional.of(Money.parse("EUR 0.01"))),
                                        new BudgetLine(BudgetLine.Purpose.FUND, Optional.empty()),
                                        new BudgetLine(
                                                BudgetLine.Purpose.TRAINING, Optional.of(Money.parse("EUR 10.50")))),
                                statements("y")),
                        new Appropriation(
                                BudgetYear.parse("N"),
                                Optional.of(Money.parse("EUR 0.00")),
                                Optional.empty(),
                                ImmutableList.of(),
                                ImmutableList.of()),
                        new Appropriation(
                                BudgetYear.parse("2027"),
                                Optional.empty(),
                                Optional.empty(),
                                ImmutableList.of(),
                                ImmutableList.of())),
                ImmutableList.of(
                        new Position(
                                code("P2"),
                                "Chargée",
                                new BigDecimal("0.5"),
                                Optional.of(code("chef")),
                                statements("f")),
                        new Position(code("P1"), "Chef", new BigDecimal("1000"), Optional.empty(), ImmutableList.of())),
                statements("m"));
    }

    private static Axes axes() {
        return Axes.of(ImmutableList.of(
                new Axis(
                        code("2.1"),
                        Optional.of(code("2")),
                        "Enfant avant son parent",
                        Optional.of("Description"),
                        Optional.of("Objectif"),
                        statements("a")),
                Axis.of(code("2"), "Deux"),
                Axis.of(code("10"), "Dix"),
                Axis.of(code("1"), "Un")));
    }

    private static ImmutableList<Engagement> engagements() {
        return ImmutableList.of(
                new Engagement(
                        code("13055"),
                        Engagement.Kind.EXPERTISE,
                        Optional.of(code("housing")),
                        Optional.of(PartialDate.parse("2020-02")),
                        Optional.of("Note"),
                        statements("e")),
                new Engagement(
                        code("13055"),
                        Engagement.Kind.EXPERTISE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ImmutableList.of()),
                new Engagement(
                        code("13001"),
                        Engagement.Kind.ENGAGED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ImmutableList.of()));
    }

    private static ImmutableList<Amendment> amendments() {
        return ImmutableList.of(
                new Amendment(
                        TODAY,
                        "Raison",
                        Optional.of("DEL-3"),
                        "Autrice",
                        ImmutableList.of("action 1.2: commitment", "axis 2, \"title\" {é}", "means")),
                new Amendment(TODAY.minusDays(1), LONG_TEXT, Optional.empty(), "A", ImmutableList.of("axis 1")));
    }

    /** An action with every field filled and one with none, which links forward and backward. */
    public static ImmutableList<Action> actions() {
        return ImmutableList.of(fullAction(), bareAction(2, "1.10"), bareAction(3, "1.9"));
    }

    /** An action with every field filled. */
    public static Action fullAction() {
        return Action.restore(new Action.Snapshot(
                new ActionId(new UUID(7, 1)),
                PLAN,
                code("1.2"),
                code("2.1"),
                new ActionContent(
                        new ActionProfile(
                                "Former " + ODD_TEXT,
                                ActionProfile.Kind.TRAINING,
                                Optional.of(LONG_TEXT),
                                Optional.of("Objectif"),
                                1000),
                        new Commitment(CommitmentLevel.MEANS, statements("c")),
                        new ActionRoles(
                                Optional.of(code("chef")),
                                Optional.of(code("elue")),
                                codes("DIR", "DGA"),
                                codes("CGET", "ACSE")),
                        new ActionScope(
                                codes("habitants", "agents"),
                                codes("13055", "13001"),
                                codes("sex", "age"),
                                codes("work")),
                        new Schedule(
                                PartialPeriod.of(PartialDate.parse("2026"), PartialDate.parse("2027-03-31")),
                                new PartialPeriod(Optional.of(PartialDate.parse("2026-02")), Optional.empty()),
                                Schedule.Recurrence.YEARLY),
                        milestones(),
                        ImmutableList.of(
                                new ActionLink(ActionLink.Kind.SUPPORTS, code("1.9")),
                                new ActionLink(ActionLink.Kind.DEPENDS_ON, code("1.10")),
                                new ActionLink(ActionLink.Kind.COMPLEMENTS, code("1.9"))),
                        documents()),
                ImmutableList.of(
                        new StatusChange(DeclaredStatus.IN_PROGRESS, TODAY.minusDays(300), "Autrice", Optional.empty()),
                        new StatusChange(DeclaredStatus.SUSPENDED, TODAY.minusDays(20), "A", Optional.of(LONG_TEXT)),
                        new StatusChange(DeclaredStatus.IN_PROGRESS, TODAY.minusDays(20), "A", Optional.of("Reprise"))),
                0));
    }

    private static ImmutableList<Milestone> milestones() {
        return ImmutableList.of(
                new Milestone(
                        code("M2"),
                        "Jalon " + ODD_TEXT,
                        3,
                        Optional.of(PartialDate.parse("2026-12")),
                        Optional.empty(),
                        Optional.empty()),
                new Milestone(
                        code("M1"),
                        "Fait",
                        1000,
                        Optional.of(PartialDate.parse("2026")),
                        Optional.of(TODAY.minusDays(3)),
                        Optional.of(URI.create("https://example.org/preuve"))),
                new Milestone(code("M10"), "Sans date", 1, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** An action with nothing but a title. */
    public static Action bareAction(int number, String code) {
        return Action.propose(
                new ActionId(new UUID(7, number)),
                PLAN,
                code(code),
                code("1"),
                ActionContent.of(
                        ActionProfile.of("Action " + code, ActionProfile.Kind.OTHER),
                        Commitment.of(CommitmentLevel.PROPOSES)));
    }

    /** The same plan at another version, for comparison. */
    public static Plan.Snapshot at(Plan plan, int version) {
        Plan.Snapshot s = plan.snapshot();
        return new Plan.Snapshot(s.id(), s.code(), s.content(), s.status(), s.amendments(), version);
    }

    /** The same action at another version, for comparison. */
    public static Action.Snapshot at(Action action, int version) {
        Action.Snapshot s = action.snapshot();
        return new Action.Snapshot(s.id(), s.plan(), s.code(), s.axis(), s.content(), s.statuses(), version);
    }

    /** An audience of its own. */
    public static Audience audience(String code) {
        return new Audience(code(code), code);
    }
}
