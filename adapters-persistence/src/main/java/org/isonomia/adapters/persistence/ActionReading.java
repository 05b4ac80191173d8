package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
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

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isonomia.adapters.persistence.Union.Kind;
import org.isonomia.adapters.persistence.Union.Row;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.Statement;
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
import org.jooq.TableField;

/** Makes actions of rows: one statement, however many actions and lists there are. */
final class ActionReading {

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private static final Kind ACTIONS = Kind.single(
            ACTION.ID,
            ACTION.PLAN_ID,
            ACTION.CODE,
            ACTION.AXIS,
            ACTION.TITLE,
            ACTION.KIND,
            ACTION.DESCRIPTION,
            ACTION.OBJECTIVE,
            ACTION.WEIGHT,
            ACTION.LEVEL,
            ACTION.LEAD,
            ACTION.SPONSOR,
            ACTION.CRITERIA,
            ACTION.DOMAINS,
            ACTION.PLANNED_START,
            ACTION.PLANNED_END,
            ACTION.ACTUAL_START,
            ACTION.ACTUAL_END,
            ACTION.RECURRENCE,
            ACTION.VERSION);
    private static final Kind MILESTONES = Kind.list(
            ACTION_MILESTONE.ACTION_ID,
            ACTION_MILESTONE.CODE,
            ACTION_MILESTONE.TITLE,
            ACTION_MILESTONE.WEIGHT,
            ACTION_MILESTONE.DUE,
            ACTION_MILESTONE.DONE,
            ACTION_MILESTONE.EVIDENCE);
    private static final Kind STATUSES = Kind.list(
            ACTION_STATUS_CHANGE.ACTION_ID,
            ACTION_STATUS_CHANGE.STATUS,
            ACTION_STATUS_CHANGE.DATE,
            ACTION_STATUS_CHANGE.AUTHOR,
            ACTION_STATUS_CHANGE.REASON);
    private static final Kind LINKS = Kind.list(ACTION_LINK.ACTION_ID, ACTION_LINK.KIND, ACTION_LINK.TARGET);
    private static final Kind UNITS = Kind.list(ACTION_UNIT.ACTION_ID, ACTION_UNIT.UNIT);
    private static final Kind PARTNERS = Kind.list(ACTION_PARTNER.ACTION_ID, ACTION_PARTNER.PARTNER);
    private static final Kind AUDIENCES = Kind.list(ACTION_AUDIENCE.ACTION_ID, ACTION_AUDIENCE.AUDIENCE);
    private static final Kind TERRITORIES = Kind.list(ACTION_TERRITORY.ACTION_ID, ACTION_TERRITORY.TERRITORY);
    private static final Kind STATEMENTS = Kind.list(
            ACTION_STATEMENT.ACTION_ID, ACTION_STATEMENT.REFERENCE, ACTION_STATEMENT.LEVEL, ACTION_STATEMENT.QUOTE);
    private static final Kind DOCUMENTS =
            Kind.list(ACTION_DOCUMENT.ACTION_ID, ACTION_DOCUMENT.TITLE, ACTION_DOCUMENT.URL, ACTION_DOCUMENT.DATE);

    private static final Union ONE = union(" and code = ?");
    private static final Union SOME = union(" and code = any (?)");
    private static final Union ALL = union("");

    private final Union.Found found;

    private ActionReading(Union.Found found) {
        this.found = found;
    }

    private static Union union(String condition) {
        return new Union(
                "select id from action where organisation_id = ? and plan_id = ?" + condition,
                ImmutableList.of(
                        ACTIONS,
                        MILESTONES,
                        STATUSES,
                        LINKS,
                        UNITS,
                        PARTNERS,
                        AUDIENCES,
                        TERRITORIES,
                        STATEMENTS,
                        DOCUMENTS));
    }

    static Optional<Action> one(Tenant tenant, PlanId plan, Code code) {
        return actions(ONE.fetch(tenant, tenant.organisation(), plan.value(), code.value())).stream()
                .findFirst();
    }

    /** The actions that have one of these codes, in their natural order. */
    static ImmutableList<Action> some(Tenant tenant, PlanId plan, Collection<Code> codes) {
        return actions(SOME.fetch(tenant, tenant.organisation(), plan.value(), Columns.codes(codes)));
    }

    /** All actions of a plan, in natural order of code. */
    static ImmutableList<Action> all(Tenant tenant, PlanId plan) {
        return actions(ALL.fetch(tenant, tenant.organisation(), plan.value()));
    }

    private static ImmutableList<Action> actions(Union.Found found) {
        ActionReading reading = new ActionReading(found);
        return found.all(ACTIONS)
                .map(reading::action)
                .sorted(Comparator.comparing(Action::code))
                .collect(toImmutableList());
    }

    private Action action(Row row) {
        ActionContent content = new ActionContent(
                profile(row),
                new Commitment(
                        CommitmentLevel.valueOf(row.text(ACTION.LEVEL)),
                        list(STATEMENTS, row, ActionReading::statement)),
                roles(row),
                scope(row),
                schedule(row),
                list(MILESTONES, row, ActionReading::milestone),
                list(LINKS, row, ActionReading::link),
                list(DOCUMENTS, row, ActionReading::document));
        return Action.restore(new Action.Snapshot(
                new ActionId(row.owner()),
                new PlanId(UUID.fromString(row.text(ACTION.PLAN_ID))),
                new Code(row.text(ACTION.CODE)),
                new Code(row.text(ACTION.AXIS)),
                content,
                list(STATUSES, row, ActionReading::status),
                row.number(ACTION.VERSION)));
    }

    private <T> ImmutableList<T> list(Kind kind, Row action, Function<Row, T> read) {
        return Columns.list(found.of(kind, action.owner()), read);
    }

    private ImmutableSet<Code> codes(Kind kind, TableField<?, String> column, Row action) {
        return found.of(kind, action.owner()).stream()
                .map(row -> new Code(row.text(column)))
                .collect(toImmutableSet());
    }

    private static ImmutableSet<Code> codes(String spaced) {
        return WORDS.splitToStream(spaced).map(Code::new).collect(toImmutableSet());
    }

    private static ActionProfile profile(Row row) {
        return new ActionProfile(
                row.text(ACTION.TITLE),
                ActionProfile.Kind.valueOf(row.text(ACTION.KIND)),
                row.textIfAny(ACTION.DESCRIPTION),
                row.textIfAny(ACTION.OBJECTIVE),
                row.number(ACTION.WEIGHT));
    }

    private ActionRoles roles(Row row) {
        return new ActionRoles(
                Columns.code(row.textOrNull(ACTION.LEAD)),
                Columns.code(row.textOrNull(ACTION.SPONSOR)),
                codes(UNITS, ACTION_UNIT.UNIT, row),
                codes(PARTNERS, ACTION_PARTNER.PARTNER, row));
    }

    private ActionScope scope(Row row) {
        return new ActionScope(
                codes(AUDIENCES, ACTION_AUDIENCE.AUDIENCE, row),
                codes(TERRITORIES, ACTION_TERRITORY.TERRITORY, row),
                codes(row.text(ACTION.CRITERIA)),
                codes(row.text(ACTION.DOMAINS)));
    }

    private static Schedule schedule(Row row) {
        return new Schedule(
                Columns.period(row.textOrNull(ACTION.PLANNED_START), row.textOrNull(ACTION.PLANNED_END)),
                Columns.period(row.textOrNull(ACTION.ACTUAL_START), row.textOrNull(ACTION.ACTUAL_END)),
                Schedule.Recurrence.valueOf(row.text(ACTION.RECURRENCE)));
    }

    private static Milestone milestone(Row row) {
        return new Milestone(
                new Code(row.text(ACTION_MILESTONE.CODE)),
                row.text(ACTION_MILESTONE.TITLE),
                row.number(ACTION_MILESTONE.WEIGHT),
                Columns.date(row.textOrNull(ACTION_MILESTONE.DUE)),
                row.dayIfAny(ACTION_MILESTONE.DONE),
                Columns.link(row.textOrNull(ACTION_MILESTONE.EVIDENCE)));
    }

    private static StatusChange status(Row row) {
        return new StatusChange(
                DeclaredStatus.valueOf(row.text(ACTION_STATUS_CHANGE.STATUS)),
                LocalDate.parse(row.text(ACTION_STATUS_CHANGE.DATE)),
                row.text(ACTION_STATUS_CHANGE.AUTHOR),
                row.textIfAny(ACTION_STATUS_CHANGE.REASON));
    }

    private static ActionLink link(Row row) {
        return new ActionLink(
                ActionLink.Kind.valueOf(row.text(ACTION_LINK.KIND)), new Code(row.text(ACTION_LINK.TARGET)));
    }

    private static Statement statement(Row row) {
        return new Statement(
                row.text(ACTION_STATEMENT.REFERENCE),
                CommitmentLevel.valueOf(row.text(ACTION_STATEMENT.LEVEL)),
                row.text(ACTION_STATEMENT.QUOTE));
    }

    private static DocumentLink document(Row row) {
        return new DocumentLink(
                row.text(ACTION_DOCUMENT.TITLE),
                URI.create(row.text(ACTION_DOCUMENT.URL)),
                row.dayIfAny(ACTION_DOCUMENT.DATE));
    }
}
