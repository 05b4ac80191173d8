package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.*;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A small plan with something of everything, and with texts that a page must not take for markup. */
final class SamplePlan {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final String HOSTILE = "<script>alert('x')</script> & \"guillemets\"";
    private static final PlanId ID = new PlanId(new UUID(0, 1));

    private SamplePlan() {}

    static Organisation organisation() {
        return new Organisation(
                new OrganisationId(new UUID(0, 9)),
                code("amp"),
                "Métropole d'essai " + HOSTILE,
                Organisation.Kind.METROPOLIS,
                Optional.empty(),
                ZoneId.of("Europe/Paris"),
                Locale.FRENCH);
    }

    static Plan plan() {
        PlanProfile profile = new PlanProfile(
                "Plan d'essai " + HOSTILE,
                PlanProfile.Kind.METROPOLITAN,
                period("2025", "2027"),
                Optional.of("Ce que veut le plan."),
                true,
                ImmutableList.of(said("T-1", CommitmentLevel.FACT, "La Métropole compte 92 communes")),
                ImmutableList.of());
        Axes axes = Axes.of(ImmutableList.of(
                Axis.of(code("1"), "Une institution exemplaire " + HOSTILE),
                Axis.of(code("1.A"), code("1"), "Les agents"),
                new Axis(
                        code("2"),
                        Optional.empty(),
                        "Un rôle de tête de réseau",
                        Optional.of("Description de l'axe"),
                        Optional.of("Objectif de l'axe"),
                        ImmutableList.of(said("A-2", CommitmentLevel.PROPOSES, "ce plan propose un réseau"))),
                Axis.of(code("3"), "Un axe encore vide")));
        PlanContent content = new PlanContent(
                profile,
                ImmutableList.of(new Deliberation(
                        "DEL-2025-12",
                        Optional.of(TODAY.minusYears(1)),
                        Optional.of("Adoption"),
                        Optional.of(URI.create("https://example.org/del")))),
                ImmutableList.of(new GovernanceBody(
                        code("copil"),
                        "Comité de pilotage",
                        GovernanceBody.Kind.STEERING_COMMITTEE,
                        Optional.of(code("presidente")),
                        Optional.of("Élus et services"),
                        Optional.of("deux fois par an"),
                        ImmutableList.of())),
                means(),
                axes,
                engagements());
        return Plan.restore(new Plan.Snapshot(
                ID,
                code("plan"),
                content,
                PlanStatus.IN_FORCE,
                ImmutableList.of(new Amendment(
                        TODAY.minusDays(40),
                        "Regroupée : " + HOSTILE,
                        Optional.empty(),
                        "administration",
                        ImmutableList.of("action 1.2: commitment"))),
                3));
    }

    private static Means means() {
        return new Means(
                CurrencyUnit.EUR,
                ImmutableList.of(
                        new Appropriation(
                                BudgetYear.parse("N"),
                                Optional.of(Money.of(CurrencyUnit.EUR, 60_000)),
                                Optional.empty(),
                                ImmutableList.of(new BudgetLine(BudgetLine.Purpose.TRAINING, Optional.empty())),
                                ImmutableList.of(said("M-1", CommitmentLevel.MEANS, "60 000 euros"))),
                        new Appropriation(
                                BudgetYear.parse("N+1"),
                                Optional.empty(),
                                Optional.empty(),
                                ImmutableList.of(),
                                ImmutableList.of()),
                        new Appropriation(
                                BudgetYear.parse("N+2"),
                                Optional.empty(),
                                Optional.of("augmentation annoncée, montant non précisé"),
                                ImmutableList.of(),
                                ImmutableList.of())),
                ImmutableList.of(new Position(
                        code("chef"),
                        "Chef de projet",
                        new BigDecimal("1.5"),
                        Optional.of(code("pilote")),
                        ImmutableList.of())),
                ImmutableList.of(said("M-0", CommitmentLevel.MEANS, "Ce plan nécessite des moyens")));
    }

    private static ImmutableList<Engagement> engagements() {
        return ImmutableList.of(
                engagement("13001", Engagement.Kind.LOCAL_PLAN),
                engagement("13001", Engagement.Kind.ENGAGED),
                engagement("CT6", Engagement.Kind.LOCAL_PLAN),
                engagement("13055", Engagement.Kind.OFFICER));
    }

    private static Engagement engagement(String territory, Engagement.Kind kind) {
        return new Engagement(
                code(territory),
                kind,
                Optional.empty(),
                Optional.of(PartialDate.parse("2018")),
                Optional.of("noté " + HOSTILE),
                ImmutableList.of());
    }

    static ImmutableList<Action> actions() {
        return ImmutableList.of(
                full(),
                action("1.2", "1.A", "Guide " + HOSTILE, DeclaredStatus.COMPLETED),
                action("2.1", "2", "Sans date", DeclaredStatus.PLANNED),
                action("2.2", "2", "Fonds d'initiative", DeclaredStatus.SUSPENDED),
                action("2.3", "2", "Événement festif", DeclaredStatus.ABANDONED),
                action("2.10", "2", "Réseau", DeclaredStatus.IN_PROGRESS));
    }

    private static Action full() {
        ActionContent content = new ActionContent(
                new ActionProfile(
                        "Formation " + HOSTILE,
                        ActionProfile.Kind.TRAINING,
                        Optional.of("Première ligne.\nSeconde ligne."),
                        Optional.of("Former."),
                        2),
                new Commitment(
                        CommitmentLevel.PROPOSES,
                        ImmutableList.of(said("1.1-a", CommitmentLevel.PROPOSES, "ce plan propose " + HOSTILE))),
                new ActionRoles(
                        Optional.of(code("pilote")),
                        Optional.of(code("presidente")),
                        ImmutableSet.of(code("rh")),
                        ImmutableSet.of(code("DRJSCS"))),
                new ActionScope(
                        ImmutableSet.of(code("staff")),
                        ImmutableSet.of(code("13001")),
                        ImmutableSet.of(code("ORIGIN")),
                        ImmutableSet.of(code("EMPLOYMENT"))),
                new Schedule(
                        period("2025-04", "2027-09-30"),
                        new PartialPeriod(Optional.of(PartialDate.parse("2025-04-07")), Optional.empty()),
                        Schedule.Recurrence.YEARLY),
                ImmutableList.of(
                        milestone("m1", "Besoins recensés", "2025-06-30", "2025-06-27"),
                        milestone("m2", "Sessions tenues " + HOSTILE, "2026-09-30", null)),
                ImmutableList.of(new ActionLink(ActionLink.Kind.SUPPORTS, code("1.2"))),
                ImmutableList.of(new DocumentLink(
                        "Synthèse", URI.create("https://example.org/synthese.pdf"), Optional.of(TODAY.minusDays(90)))));
        return Action.restore(new Action.Snapshot(
                new ActionId(new UUID(1, 11)),
                ID,
                code("1.1"),
                code("1"),
                content,
                ImmutableList.of(
                        change(DeclaredStatus.IN_PROGRESS, "2025-04-07"),
                        change(DeclaredStatus.SUSPENDED, "2026-03-30"),
                        change(DeclaredStatus.IN_PROGRESS, "2026-05-11")),
                7));
    }

    private static Action action(String code, String axis, String title, DeclaredStatus status) {
        ActionContent content = ActionContent.of(
                ActionProfile.of(title, ActionProfile.Kind.GUIDE), Commitment.of(CommitmentLevel.WILL));
        return Action.restore(new Action.Snapshot(
                new ActionId(new UUID(2, code.hashCode())),
                ID,
                code(code),
                code(axis),
                content,
                status == DeclaredStatus.PLANNED ? ImmutableList.of() : ImmutableList.of(change(status, "2026-06-01")),
                1));
    }

    private static StatusChange change(DeclaredStatus status, String day) {
        return new StatusChange(
                status,
                LocalDate.parse(day),
                "administration",
                status.needsReason() ? Optional.of("Motif " + HOSTILE) : Optional.empty());
    }

    private static Milestone milestone(
            String code, String title, String due, @org.jspecify.annotations.Nullable String done) {
        return new Milestone(
                code(code),
                title,
                1,
                Optional.of(PartialDate.parse(due)),
                Optional.ofNullable(done).map(LocalDate::parse),
                Optional.of(URI.create("https://example.org/preuve")));
    }

    static ImmutableList<DirectoryEntry> directory() {
        return ImmutableList.of(
                new Person(code("pilote"), "Chef de projet " + HOSTILE, Optional.empty(), Optional.empty(), false),
                new Person(code("presidente"), "Présidente", Optional.empty(), Optional.empty(), true),
                new OrganisationalUnit(code("rh"), "DGA Ressources", OrganisationalUnit.Kind.DGA, Optional.empty()),
                new Partner(
                        code("DRJSCS"),
                        "DRJSCS",
                        ImmutableSet.of(code("DREETS")),
                        new PartialPeriod(Optional.empty(), Optional.of(PartialDate.parse("2021-03-31"))),
                        Optional.empty(),
                        ImmutableList.of()),
                new Partner(
                        code("DREETS"),
                        "DREETS",
                        ImmutableSet.of(),
                        PartialPeriod.UNKNOWN,
                        Optional.empty(),
                        ImmutableList.of()),
                new Audience(code("staff"), "Agents"),
                territory("13001", "Aix-en-Provence", Territory.Kind.COMMUNE, 149_695, "CT2"),
                territory("13055", "Marseille " + HOSTILE, Territory.Kind.COMMUNE, 877_215, "CT2"),
                territory("13056", "Martigues", Territory.Kind.COMMUNE, 48_000, "CT6"),
                territory("CT2", "Pays d'Aix", Territory.Kind.TERRITORY_COUNCIL, -1, null),
                territory("CT6", "Pays de Martigues", Territory.Kind.TERRITORY_COUNCIL, -1, null));
    }

    private static Territory territory(
            String code,
            String name,
            Territory.Kind kind,
            long population,
            @org.jspecify.annotations.Nullable String in) {
        return new Territory(
                code(code),
                name,
                kind,
                Optional.empty(),
                population < 0 ? OptionalLong.empty() : OptionalLong.of(population),
                in == null ? ImmutableSet.of() : ImmutableSet.of(code(in)),
                kind == Territory.Kind.TERRITORY_COUNCIL
                        ? new PartialPeriod(Optional.empty(), Optional.of(PartialDate.parse("2022-06-30")))
                        : PartialPeriod.UNKNOWN);
    }

    private static Statement said(String reference, CommitmentLevel level, String quote) {
        return new Statement(reference, level, quote);
    }

    private static PartialPeriod period(String start, String end) {
        return PartialPeriod.of(PartialDate.parse(start), PartialDate.parse(end));
    }

    static Code code(String value) {
        return Code.parse(value);
    }
}
