package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.PlanWriting.each;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.ActionRoles;
import org.isonomia.domain.plan.ActionScope;
import org.isonomia.domain.plan.Deadline;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.Pulse;
import org.isonomia.domain.plan.Schedule;
import org.isonomia.domain.plan.StatusChange;
import org.jooq.TableRecord;

/** Makes rows of an action, with what is derived of it. */
final class ActionWriting {

    private final UUID organisation;
    private final UUID id;
    private final Action action;
    private final List<TableRecord<?>> parts = new ArrayList<>();

    ActionWriting(UUID organisation, Action action) {
        this.organisation = organisation;
        this.id = action.id().value();
        this.action = action;
    }

    ActionRecord action(int version) {
        ActionContent content = action.content();
        ActionRecord row = new ActionRecord();
        row.setOrganisationId(organisation);
        row.setId(id);
        row.setPlanId(action.plan().value());
        row.setCode(action.code().value());
        row.setAxis(action.axis().value());
        row.setLevel(content.commitment().level().name());
        row.setLead(Columns.text(content.roles().lead()));
        row.setSponsor(Columns.text(content.roles().sponsor()));
        row.setCriteria(Columns.codes(content.scope().criteria()));
        row.setDomains(Columns.codes(content.scope().domains()));
        row.setVisibility(content.disclosure().visibility().name());
        row.setHidden(Columns.hidden(content.disclosure().hidden()));
        row.setVersion(version);
        profile(row, content.profile());
        schedule(row, content.schedule());
        derived(row, Disclosure.withoutHidden(action).content().profile());
        return row;
    }

    private static void profile(ActionRecord row, ActionProfile profile) {
        row.setTitle(profile.title());
        row.setKind(profile.kind().name());
        row.setDescription(Columns.text(profile.description()));
        row.setObjective(Columns.text(profile.objective()));
        row.setWeight(profile.weight());
    }

    private static void schedule(ActionRecord row, Schedule schedule) {
        row.setPlannedStart(Columns.text(schedule.planned().start()));
        row.setPlannedEnd(Columns.text(schedule.planned().end()));
        row.setActualStart(Columns.text(schedule.actual().start()));
        row.setActualEnd(Columns.text(schedule.actual().end()));
        row.setRecurrence(schedule.recurrence().name());
    }

    private void derived(ActionRecord row, ActionProfile profile) {
        Pulse pulse = action.pulse();
        Optional<Deadline> next = pulse.next();
        row.setStatus(pulse.status().name());
        row.setProgress(action.progress().ratio());
        row.setNextDueOn(Columns.orNull(next.map(Deadline::day)));
        row.setNextDueKind(Columns.text(next.map(Deadline::kind)));
        row.setNextDueLabel(Columns.text(next.map(Deadline::label)));
        row.setLastNewsOn(Columns.orNull(pulse.lastNews()));
        row.setCodeSort(action.code().sortKey());
        row.setTitleSort(Texts.folded(profile.title()));
        row.setSearchText(Texts.folded(String.join(
                "\n",
                Stream.of(
                                Optional.of(profile.title()),
                                Optional.of(action.code().value()),
                                profile.description(),
                                profile.objective())
                        .flatMap(Optional::stream)
                        .toList())));
    }

    /** Everything but the action's own row. */
    List<TableRecord<?>> parts() {
        ActionContent content = action.content();
        parts.clear();
        each(content.milestones(), this::milestone);
        each(action.statuses(), this::status);
        each(content.links(), this::link);
        roles(content.roles());
        scope(content.scope());
        each(content.commitment().statements(), this::statement);
        each(content.documents(), this::document);
        return parts;
    }

    private void milestone(int at, Milestone milestone) {
        ActionMilestoneRecord row = new ActionMilestoneRecord();
        row.setOrganisationId(organisation);
        row.setActionId(id);
        row.setPosition(at);
        row.setCode(milestone.code().value());
        row.setTitle(milestone.title());
        row.setWeight(milestone.weight());
        row.setDue(Columns.text(milestone.due()));
        row.setDone(Columns.orNull(milestone.done()));
        row.setEvidence(Columns.text(milestone.evidence()));
        parts.add(row);
    }

    private void status(int at, StatusChange change) {
        parts.add(new ActionStatusChangeRecord(
                organisation,
                id,
                at,
                change.status().name(),
                change.date(),
                change.author(),
                Columns.text(change.reason())));
    }

    private void link(int at, ActionLink link) {
        parts.add(new ActionLinkRecord(
                organisation,
                id,
                at,
                action.plan().value(),
                link.kind().name(),
                link.target().value()));
    }

    private void roles(ActionRoles roles) {
        each(roles.units().asList(), (at, unit) -> parts.add(new ActionUnitRecord(organisation, id, at, unit.value())));
        each(
                roles.partners().asList(),
                (at, partner) -> parts.add(new ActionPartnerRecord(organisation, id, at, partner.value())));
    }

    private void scope(ActionScope scope) {
        each(
                scope.audiences().asList(),
                (at, audience) -> parts.add(new ActionAudienceRecord(organisation, id, at, audience.value())));
        each(
                scope.territories().asList(),
                (at, territory) -> parts.add(new ActionTerritoryRecord(organisation, id, at, territory.value())));
    }

    private void statement(int at, Statement statement) {
        parts.add(new ActionStatementRecord(
                organisation, id, at, statement.reference(), statement.level().name(), statement.quote()));
    }

    private void document(int at, DocumentLink document) {
        parts.add(new ActionDocumentRecord(
                organisation, id, at, document.title(), document.url().toString(), Columns.orNull(document.date())));
    }
}
