package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.PLAN_AMENDMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_APPROPRIATION;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_DELIBERATION;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_DOCUMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_ENGAGEMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_GOVERNANCE;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_POST;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_STATEMENT;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.Appropriation;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.BudgetLine;
import org.isonomia.domain.plan.Deliberation;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanProfile;
import org.isonomia.domain.plan.Position;
import org.jooq.TableField;
import org.jooq.TableRecord;

/** Makes rows of a plan. */
final class PlanWriting {

    private final UUID organisation;
    private final UUID id;
    private final Plan plan;
    private final List<TableRecord<?>> parts = new ArrayList<>();

    PlanWriting(UUID organisation, Plan plan) {
        this.organisation = organisation;
        this.id = plan.id().value();
        this.plan = plan;
    }

    /** What hangs on the plan as a sentence does. */
    enum Owner {
        PLAN,
        MEANS,
        APPROPRIATION,
        POST,
        GOVERNANCE,
        AXIS,
        ENGAGEMENT
    }

    static void clearParts(Tenant tenant, PlanId plan) {
        clear(tenant, PLAN_DOCUMENT.ORGANISATION_ID, PLAN_DOCUMENT.PLAN_ID, plan);
        clear(tenant, PLAN_DELIBERATION.ORGANISATION_ID, PLAN_DELIBERATION.PLAN_ID, plan);
        clear(tenant, PLAN_GOVERNANCE.ORGANISATION_ID, PLAN_GOVERNANCE.PLAN_ID, plan);
        clear(tenant, PLAN_APPROPRIATION.ORGANISATION_ID, PLAN_APPROPRIATION.PLAN_ID, plan);
        clear(tenant, PLAN_POST.ORGANISATION_ID, PLAN_POST.PLAN_ID, plan);
        clear(tenant, PLAN_ENGAGEMENT.ORGANISATION_ID, PLAN_ENGAGEMENT.PLAN_ID, plan);
        clear(tenant, PLAN_AMENDMENT.ORGANISATION_ID, PLAN_AMENDMENT.PLAN_ID, plan);
        clear(tenant, PLAN_STATEMENT.ORGANISATION_ID, PLAN_STATEMENT.PLAN_ID, plan);
    }

    private static <R extends TableRecord<R>> void clear(
            Tenant tenant, TableField<R, UUID> organisation, TableField<R, UUID> owner, PlanId plan) {
        tenant.dsl()
                .deleteFrom(owner.getTable())
                .where(tenant.owns(organisation))
                .and(owner.eq(plan.value()))
                .execute();
    }

    PlanRecord plan(int version) {
        PlanProfile profile = plan.content().profile();
        PlanRecord row = new PlanRecord();
        row.setOrganisationId(organisation);
        row.setId(id);
        row.setCode(plan.code().value());
        row.setTitle(profile.title());
        row.setKind(profile.kind().name());
        row.setPeriodStart(Columns.text(profile.period().start()));
        row.setPeriodEnd(Columns.text(profile.period().end()));
        row.setDescription(Columns.text(profile.description()));
        row.setIllustration(profile.illustration());
        row.setCurrency(plan.content().means().currency().getCode());
        row.setStatus(plan.status().name());
        row.setVisibility(profile.visibility().name());
        row.setVersion(version);
        return row;
    }

    List<AxisRecord> axes() {
        List<AxisRecord> rows = new ArrayList<>();
        for (Axis axis : plan.axes().asList()) {
            rows.add(new AxisRecord(
                    organisation,
                    id,
                    axis.code().value(),
                    rows.size(),
                    Columns.text(axis.parent()),
                    axis.title(),
                    Columns.text(axis.description()),
                    Columns.text(axis.objective())));
        }
        return rows;
    }

    /** Everything but the plan's own row and its axes. */
    List<TableRecord<?>> parts() {
        PlanContent content = plan.content();
        parts.clear();
        each(content.profile().documents(), this::document);
        each(content.deliberations(), this::deliberation);
        each(content.governance(), this::governance);
        each(content.means().appropriations(), this::appropriation);
        each(content.means().positions(), this::post);
        each(content.engagements(), this::engagement);
        each(plan.amendments(), this::amendment);
        statements(Owner.PLAN, 0, content.profile().statements());
        statements(Owner.MEANS, 0, content.means().statements());
        each(plan.axes().asList(), (at, axis) -> statements(Owner.AXIS, at, axis.statements()));
        return parts;
    }

    /** What is done with the nth of a list. */
    @FunctionalInterface
    interface Nth<T> {
        void accept(int at, T element);
    }

    static <T> void each(List<T> list, Nth<T> use) {
        for (int at = 0; at < list.size(); at++) {
            use.accept(at, list.get(at));
        }
    }

    private void statements(Owner owner, int ownerPosition, ImmutableList<Statement> statements) {
        each(
                statements,
                (at, statement) -> parts.add(new PlanStatementRecord(
                        organisation,
                        id,
                        owner.name(),
                        ownerPosition,
                        at,
                        statement.reference(),
                        statement.level().name(),
                        statement.quote())));
    }

    private void document(int at, DocumentLink document) {
        parts.add(new PlanDocumentRecord(
                organisation, id, at, document.title(), document.url().toString(), Columns.orNull(document.date())));
    }

    private void deliberation(int at, Deliberation deliberation) {
        parts.add(new PlanDeliberationRecord(
                organisation,
                id,
                at,
                deliberation.reference(),
                Columns.orNull(deliberation.date()),
                Columns.text(deliberation.title()),
                Columns.text(deliberation.url())));
    }

    private void governance(int at, GovernanceBody body) {
        PlanGovernanceRecord row = new PlanGovernanceRecord();
        row.setOrganisationId(organisation);
        row.setPlanId(id);
        row.setPosition(at);
        row.setCode(body.code().value());
        row.setName(body.name());
        row.setKind(body.kind().name());
        row.setChair(Columns.text(body.chair()));
        row.setMembers(Columns.text(body.members()));
        row.setFrequency(Columns.text(body.frequency()));
        parts.add(row);
        statements(Owner.GOVERNANCE, at, body.statements());
    }

    private void appropriation(int at, Appropriation appropriation) {
        parts.add(new PlanAppropriationRecord(
                organisation,
                id,
                at,
                appropriation.year().toString(),
                Columns.amount(appropriation.amount()),
                Columns.currency(appropriation.amount()),
                Columns.text(appropriation.note())));
        each(appropriation.lines(), (line, part) -> parts.add(line(at, line, part)));
        statements(Owner.APPROPRIATION, at, appropriation.statements());
    }

    private PlanBudgetLineRecord line(int appropriation, int at, BudgetLine line) {
        return new PlanBudgetLineRecord(
                organisation,
                id,
                appropriation,
                at,
                line.purpose().name(),
                Columns.amount(line.amount()),
                Columns.currency(line.amount()));
    }

    private void post(int at, Position post) {
        parts.add(new PlanPostRecord(
                organisation, id, at, post.code().value(), post.title(), post.fte(), Columns.text(post.reportsTo())));
        statements(Owner.POST, at, post.statements());
    }

    private void engagement(int at, Engagement engagement) {
        PlanEngagementRecord row = new PlanEngagementRecord();
        row.setOrganisationId(organisation);
        row.setPlanId(id);
        row.setPosition(at);
        row.setTerritory(engagement.territory().value());
        row.setKind(engagement.kind().name());
        row.setDomain(Columns.text(engagement.domain()));
        row.setSince(Columns.text(engagement.since()));
        row.setNote(Columns.text(engagement.note()));
        parts.add(row);
        statements(Owner.ENGAGEMENT, at, engagement.statements());
    }

    private void amendment(int at, Amendment amendment) {
        PlanAmendmentRecord row = new PlanAmendmentRecord();
        row.setOrganisationId(organisation);
        row.setPlanId(id);
        row.setPosition(at);
        row.setDate(amendment.date());
        row.setReason(amendment.reason());
        row.setDeliberation(Columns.text(amendment.deliberation()));
        row.setAuthor(amendment.author());
        row.setChanges(amendment.changes().toArray(String[]::new));
        parts.add(row);
    }
}
