package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.AXIS;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_AMENDMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_APPROPRIATION;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_BUDGET_LINE;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_DELIBERATION;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_DOCUMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_ENGAGEMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_GOVERNANCE;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_POST;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_STATEMENT;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.PlanWriting.Owner;
import org.isonomia.adapters.persistence.generated.tables.records.AxisRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanAmendmentRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanAppropriationRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanBudgetLineRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanDeliberationRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanDocumentRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanEngagementRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanGovernanceRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanPostRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanStatementRecord;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.Appropriation;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.BudgetLine;
import org.isonomia.domain.plan.BudgetYear;
import org.isonomia.domain.plan.Deliberation;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Means;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanProfile;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.Position;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Makes plans of rows: one statement for the plans, and one for each of their lists, however many plans there are. */
final class PlanReading {

    private final Tenant.Parts<AxisRecord> axes;
    private final Tenant.Parts<PlanDocumentRecord> documents;
    private final Tenant.Parts<PlanDeliberationRecord> deliberations;
    private final Tenant.Parts<PlanGovernanceRecord> governance;
    private final Tenant.Parts<PlanAppropriationRecord> appropriations;
    private final Tenant.Parts<PlanBudgetLineRecord> lines;
    private final Tenant.Parts<PlanPostRecord> posts;
    private final Tenant.Parts<PlanEngagementRecord> engagements;
    private final Tenant.Parts<PlanAmendmentRecord> amendments;
    private final Tenant.Parts<PlanStatementRecord> statements;

    private PlanReading(Tenant tenant, Select<Record1<UUID>> plans) {
        axes = tenant.parts(AXIS, AXIS.ORGANISATION_ID, AXIS.PLAN_ID, plans);
        documents = tenant.parts(PLAN_DOCUMENT, PLAN_DOCUMENT.ORGANISATION_ID, PLAN_DOCUMENT.PLAN_ID, plans);
        deliberations =
                tenant.parts(PLAN_DELIBERATION, PLAN_DELIBERATION.ORGANISATION_ID, PLAN_DELIBERATION.PLAN_ID, plans);
        governance = tenant.parts(PLAN_GOVERNANCE, PLAN_GOVERNANCE.ORGANISATION_ID, PLAN_GOVERNANCE.PLAN_ID, plans);
        appropriations =
                tenant.parts(PLAN_APPROPRIATION, PLAN_APPROPRIATION.ORGANISATION_ID, PLAN_APPROPRIATION.PLAN_ID, plans);
        lines = tenant.parts(PLAN_BUDGET_LINE, PLAN_BUDGET_LINE.ORGANISATION_ID, PLAN_BUDGET_LINE.PLAN_ID, plans);
        posts = tenant.parts(PLAN_POST, PLAN_POST.ORGANISATION_ID, PLAN_POST.PLAN_ID, plans);
        engagements = tenant.parts(PLAN_ENGAGEMENT, PLAN_ENGAGEMENT.ORGANISATION_ID, PLAN_ENGAGEMENT.PLAN_ID, plans);
        amendments = tenant.parts(PLAN_AMENDMENT, PLAN_AMENDMENT.ORGANISATION_ID, PLAN_AMENDMENT.PLAN_ID, plans);
        statements = tenant.parts(PLAN_STATEMENT, PLAN_STATEMENT.ORGANISATION_ID, PLAN_STATEMENT.PLAN_ID, plans);
    }

    static ImmutableList<Plan> fetch(Tenant tenant, Condition condition) {
        List<PlanRecord> rows = tenant.dsl()
                .selectFrom(PLAN)
                .where(tenant.owns(PLAN.ORGANISATION_ID))
                .and(condition)
                .fetch();
        if (rows.isEmpty()) {
            return ImmutableList.of();
        }
        PlanReading reading = new PlanReading(
                tenant,
                DSL.select(PLAN.ID)
                        .from(PLAN)
                        .where(tenant.owns(PLAN.ORGANISATION_ID))
                        .and(condition));
        return Columns.list(rows, row -> reading.plan(row));
    }

    private Plan plan(PlanRecord row) {
        UUID id = row.getId();
        PlanContent content = new PlanContent(
                profile(row),
                Columns.list(deliberations.of(id), PlanReading::deliberation),
                Columns.list(governance.of(id), this::body),
                means(row),
                Axes.of(axes.of(id).stream()
                        .sorted(Comparator.comparing(AxisRecord::getPosition))
                        .map(this::axis)
                        .toList()),
                Columns.list(engagements.of(id), this::engagement));
        return Plan.restore(new Plan.Snapshot(
                new PlanId(id),
                new Code(row.getCode()),
                content,
                PlanStatus.valueOf(row.getStatus()),
                Columns.list(amendments.of(id), PlanReading::amendment),
                row.getVersion()));
    }

    private ImmutableList<Statement> statements(UUID plan, Owner owner, int position) {
        return Columns.statements(statements.of(plan).stream()
                .filter(row -> row.getOwner().equals(owner.name()) && row.getOwnerPosition() == position)
                .toList());
    }

    private PlanProfile profile(PlanRecord row) {
        return new PlanProfile(
                row.getTitle(),
                PlanProfile.Kind.valueOf(row.getKind()),
                Columns.period(row.getPeriodStart(), row.getPeriodEnd()),
                Optional.ofNullable(row.getDescription()),
                row.getIllustration(),
                statements(row.getId(), Owner.PLAN, 0),
                Columns.list(documents.of(row.getId()), PlanReading::document),
                Visibility.valueOf(row.getVisibility()));
    }

    private static DocumentLink document(PlanDocumentRecord row) {
        return new DocumentLink(row.getTitle(), URI.create(row.getUrl()), Optional.ofNullable(row.getDate()));
    }

    private static Deliberation deliberation(PlanDeliberationRecord row) {
        return new Deliberation(
                row.getReference(),
                Optional.ofNullable(row.getDate()),
                Optional.ofNullable(row.getTitle()),
                Columns.link(row.getUrl()));
    }

    private GovernanceBody body(PlanGovernanceRecord row) {
        return new GovernanceBody(
                new Code(row.getCode()),
                row.getName(),
                GovernanceBody.Kind.valueOf(row.getKind()),
                Columns.code(row.getChair()),
                Optional.ofNullable(row.getMembers()),
                Optional.ofNullable(row.getFrequency()),
                statements(row.getPlanId(), Owner.GOVERNANCE, row.getPosition()));
    }

    private Means means(PlanRecord row) {
        return new Means(
                CurrencyUnit.of(row.getCurrency()),
                Columns.list(appropriations.of(row.getId()), this::appropriation),
                Columns.list(posts.of(row.getId()), this::post),
                statements(row.getId(), Owner.MEANS, 0));
    }

    private Appropriation appropriation(PlanAppropriationRecord row) {
        return new Appropriation(
                BudgetYear.parse(row.getYear()),
                Columns.money(row.getAmount(), row.getCurrency()),
                Optional.ofNullable(row.getNote()),
                Columns.list(
                        lines.of(row.getPlanId()).stream()
                                .filter(line -> line.getAppropriation().equals(row.getPosition()))
                                .toList(),
                        line -> new BudgetLine(
                                BudgetLine.Purpose.valueOf(line.getPurpose()),
                                Columns.money(line.getAmount(), line.getCurrency()))),
                statements(row.getPlanId(), Owner.APPROPRIATION, row.getPosition()));
    }

    private Position post(PlanPostRecord row) {
        return new Position(
                new Code(row.getCode()),
                row.getTitle(),
                row.getFte(),
                Columns.code(row.getReportsTo()),
                statements(row.getPlanId(), Owner.POST, row.getPosition()));
    }

    private Axis axis(AxisRecord row) {
        return new Axis(
                new Code(row.getCode()),
                Columns.code(row.getParent()),
                row.getTitle(),
                Optional.ofNullable(row.getDescription()),
                Optional.ofNullable(row.getObjective()),
                statements(row.getPlanId(), Owner.AXIS, row.getPosition()));
    }

    private Engagement engagement(PlanEngagementRecord row) {
        return new Engagement(
                new Code(row.getTerritory()),
                Engagement.Kind.valueOf(row.getKind()),
                Columns.code(row.getDomain()),
                Columns.date(row.getSince()),
                Optional.ofNullable(row.getNote()),
                statements(row.getPlanId(), Owner.ENGAGEMENT, row.getPosition()));
    }

    private static Amendment amendment(PlanAmendmentRecord row) {
        return new Amendment(
                row.getDate(),
                row.getReason(),
                Optional.ofNullable(row.getDeliberation()),
                row.getAuthor(),
                ImmutableList.copyOf(row.getChanges()));
    }
}
