package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_AUDIENCE;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_DOCUMENT;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_LINK;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_MILESTONE;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_PARTNER;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_STATEMENT;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_STATUS_CHANGE;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_UNIT;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.generated.tables.records.ActionAudienceRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionDocumentRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionLinkRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionMilestoneRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionPartnerRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionStatementRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionStatusChangeRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionTerritoryRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ActionUnitRecord;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.ActionRoles;
import org.isonomia.domain.plan.ActionScope;
import org.isonomia.domain.plan.Commitment;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.Schedule;
import org.isonomia.domain.plan.StatusChange;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Makes actions of rows: one statement for the actions, and one for each of their lists, however many actions there are. */
final class ActionReading {

    private final Tenant.Parts<ActionMilestoneRecord> milestones;
    private final Tenant.Parts<ActionStatusChangeRecord> statuses;
    private final Tenant.Parts<ActionLinkRecord> links;
    private final Tenant.Parts<ActionUnitRecord> units;
    private final Tenant.Parts<ActionPartnerRecord> partners;
    private final Tenant.Parts<ActionAudienceRecord> audiences;
    private final Tenant.Parts<ActionTerritoryRecord> territories;
    private final Tenant.Parts<ActionStatementRecord> statements;
    private final Tenant.Parts<ActionDocumentRecord> documents;

    private ActionReading(Tenant tenant, Select<Record1<UUID>> ids) {
        milestones = tenant.parts(ACTION_MILESTONE, ACTION_MILESTONE.ORGANISATION_ID, ACTION_MILESTONE.ACTION_ID, ids);
        statuses = tenant.parts(
                ACTION_STATUS_CHANGE, ACTION_STATUS_CHANGE.ORGANISATION_ID, ACTION_STATUS_CHANGE.ACTION_ID, ids);
        links = tenant.parts(ACTION_LINK, ACTION_LINK.ORGANISATION_ID, ACTION_LINK.ACTION_ID, ids);
        units = tenant.parts(ACTION_UNIT, ACTION_UNIT.ORGANISATION_ID, ACTION_UNIT.ACTION_ID, ids);
        partners = tenant.parts(ACTION_PARTNER, ACTION_PARTNER.ORGANISATION_ID, ACTION_PARTNER.ACTION_ID, ids);
        audiences = tenant.parts(ACTION_AUDIENCE, ACTION_AUDIENCE.ORGANISATION_ID, ACTION_AUDIENCE.ACTION_ID, ids);
        territories = tenant.parts(ACTION_TERRITORY, ACTION_TERRITORY.ORGANISATION_ID, ACTION_TERRITORY.ACTION_ID, ids);
        statements = tenant.parts(ACTION_STATEMENT, ACTION_STATEMENT.ORGANISATION_ID, ACTION_STATEMENT.ACTION_ID, ids);
        documents = tenant.parts(ACTION_DOCUMENT, ACTION_DOCUMENT.ORGANISATION_ID, ACTION_DOCUMENT.ACTION_ID, ids);
    }

    /** The actions of a plan that fulfil a condition, in natural order of code. */
    static ImmutableList<Action> fetch(Tenant tenant, PlanId plan, Condition condition) {
        Condition wanted = tenant.owns(ACTION.ORGANISATION_ID)
                .and(ACTION.PLAN_ID.eq(plan.value()))
                .and(condition);
        List<ActionRecord> rows = tenant.dsl()
                .selectFrom(ACTION)
                .where(wanted)
                .orderBy(ACTION.CODE_SORT, ACTION.CODE)
                .fetch();
        if (rows.isEmpty()) {
            return ImmutableList.of();
        }
        ActionReading reading =
                new ActionReading(tenant, DSL.select(ACTION.ID).from(ACTION).where(wanted));
        return Columns.list(rows, row -> reading.action(row));
    }

    private Action action(ActionRecord row) {
        UUID id = row.getId();
        ActionContent content = new ActionContent(
                profile(row),
                new Commitment(CommitmentLevel.valueOf(row.getLevel()), Columns.statements(statements.of(id))),
                roles(row),
                scope(row),
                schedule(row),
                Columns.list(milestones.of(id), ActionReading::milestone),
                Columns.list(links.of(id), ActionReading::link),
                Columns.list(documents.of(id), ActionReading::document));
        return Action.restore(new Action.Snapshot(
                new ActionId(id),
                new PlanId(row.getPlanId()),
                new Code(row.getCode()),
                new Code(row.getAxis()),
                content,
                Columns.list(statuses.of(id), ActionReading::status),
                row.getVersion()));
    }

    private static ActionProfile profile(ActionRecord row) {
        return new ActionProfile(
                row.getTitle(),
                ActionProfile.Kind.valueOf(row.getKind()),
                Optional.ofNullable(row.getDescription()),
                Optional.ofNullable(row.getObjective()),
                row.getWeight());
    }

    private ActionRoles roles(ActionRecord row) {
        return new ActionRoles(
                Columns.code(row.getLead()),
                Columns.code(row.getSponsor()),
                Columns.codes(units.of(row.getId()), ActionUnitRecord::getUnit),
                Columns.codes(partners.of(row.getId()), ActionPartnerRecord::getPartner));
    }

    private ActionScope scope(ActionRecord row) {
        return new ActionScope(
                Columns.codes(audiences.of(row.getId()), ActionAudienceRecord::getAudience),
                Columns.codes(territories.of(row.getId()), ActionTerritoryRecord::getTerritory),
                Columns.codes(row.getCriteria()),
                Columns.codes(row.getDomains()));
    }

    private static Schedule schedule(ActionRecord row) {
        return new Schedule(
                Columns.period(row.getPlannedStart(), row.getPlannedEnd()),
                Columns.period(row.getActualStart(), row.getActualEnd()),
                Schedule.Recurrence.valueOf(row.getRecurrence()));
    }

    private static Milestone milestone(ActionMilestoneRecord row) {
        return new Milestone(
                new Code(row.getCode()),
                row.getTitle(),
                row.getWeight(),
                Columns.date(row.getDue()),
                Optional.ofNullable(row.getDone()),
                Columns.link(row.getEvidence()));
    }

    private static StatusChange status(ActionStatusChangeRecord row) {
        return new StatusChange(
                DeclaredStatus.valueOf(row.getStatus()),
                row.getDate(),
                row.getAuthor(),
                Optional.ofNullable(row.getReason()));
    }

    private static ActionLink link(ActionLinkRecord row) {
        return new ActionLink(ActionLink.Kind.valueOf(row.getKind()), new Code(row.getTarget()));
    }

    private static DocumentLink document(ActionDocumentRecord row) {
        return new DocumentLink(row.getTitle(), URI.create(row.getUrl()), Optional.ofNullable(row.getDate()));
    }
}
