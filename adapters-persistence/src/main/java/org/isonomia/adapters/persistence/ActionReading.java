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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import org.isonomia.adapters.persistence.Whole.Aggregate;
import org.isonomia.adapters.persistence.Whole.Part;
import org.isonomia.adapters.persistence.Whole.Row;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.access.Visibility;
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
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.Schedule;
import org.isonomia.domain.plan.StatusChange;
import org.jooq.TableField;

/** Makes an action of its row. All are read in one statement, however many there are. */
final class ActionReading {

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private static final Part ACTIONS = new Part(
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
            ACTION.VISIBILITY,
            ACTION.HIDDEN,
            ACTION.VERSION);
    private static final Part MILESTONES = new Part(
            ACTION_MILESTONE.ACTION_ID,
            ACTION_MILESTONE.CODE,
            ACTION_MILESTONE.TITLE,
            ACTION_MILESTONE.WEIGHT,
            ACTION_MILESTONE.DUE,
            ACTION_MILESTONE.DONE,
            ACTION_MILESTONE.EVIDENCE);
    private static final Part STATUSES = new Part(
            ACTION_STATUS_CHANGE.ACTION_ID,
            ACTION_STATUS_CHANGE.STATUS,
            ACTION_STATUS_CHANGE.DATE,
            ACTION_STATUS_CHANGE.AUTHOR,
            ACTION_STATUS_CHANGE.REASON);
    private static final Part LINKS = new Part(ACTION_LINK.ACTION_ID, ACTION_LINK.KIND, ACTION_LINK.TARGET);
    private static final Part UNITS = new Part(ACTION_UNIT.ACTION_ID, ACTION_UNIT.UNIT);
    private static final Part PARTNERS = new Part(ACTION_PARTNER.ACTION_ID, ACTION_PARTNER.PARTNER);
    private static final Part AUDIENCES = new Part(ACTION_AUDIENCE.ACTION_ID, ACTION_AUDIENCE.AUDIENCE);
    private static final Part TERRITORIES = new Part(ACTION_TERRITORY.ACTION_ID, ACTION_TERRITORY.TERRITORY);
    private static final Part STATEMENTS = new Part(
            ACTION_STATEMENT.ACTION_ID, ACTION_STATEMENT.REFERENCE, ACTION_STATEMENT.LEVEL, ACTION_STATEMENT.QUOTE);
    private static final Part DOCUMENTS =
            new Part(ACTION_DOCUMENT.ACTION_ID, ACTION_DOCUMENT.TITLE, ACTION_DOCUMENT.URL, ACTION_DOCUMENT.DATE);

    private static final Whole WHOLE = new Whole(
            ACTIONS, MILESTONES, STATUSES, LINKS, UNITS, PARTNERS, AUDIENCES, TERRITORIES, STATEMENTS, DOCUMENTS);

    private static final String ALL = WHOLE.from("action where action.organisation_id = ? and action.plan_id = ?");
    private static final String SOME = ALL + " and action.code = any (?)";
    /** As {@link Filters#seen} has it. */
    private static final String SEEN =
            ALL + " and (action.visibility = any (?) or action.lead = any (?) or action.id in"
                    + " (select action_id from action_unit where organisation_id = ? and unit = any (?)))";

    /** One action by the codes of its organisation, its plan and itself, if everybody may see all of it. */
    static final String BY_CODES = WHOLE.from("organisation"
            + " join plan on plan.organisation_id = organisation.organisation_id"
            + " join action on action.organisation_id = plan.organisation_id and action.plan_id = plan.id"
            + " where organisation.code = ? and plan.code = ? and action.code = ?"
            + " and plan.visibility = 'PUBLIC' and action.visibility = 'PUBLIC' and action.hidden = '{}'"
            + " and not exists (select from action_link link join action target"
            + " on target.organisation_id = link.organisation_id and target.plan_id = link.plan_id"
            + " and target.code = link.target where link.organisation_id = action.organisation_id"
            + " and link.action_id = action.id and target.visibility <> 'PUBLIC')");

    private final Aggregate action;

    private ActionReading(Aggregate action) {
        this.action = action;
    }

    /** The actions that have one of these codes, in their natural order. */
    static ImmutableList<Action> some(Tenant tenant, PlanId plan, Collection<Code> codes) {
        return Answer.of(
                tenant.dsl(), ActionReading::actions, SOME, tenant.organisation(), plan.value(), Columns.codes(codes));
    }

    /** All actions of a plan, in natural order of code. */
    static ImmutableList<Action> all(Tenant tenant, PlanId plan) {
        return Answer.of(tenant.dsl(), ActionReading::actions, ALL, tenant.organisation(), plan.value());
    }

    /** The actions of a plan that somebody sees, and what they see of them, in natural order of code. */
    static ImmutableList<Action> seen(Tenant tenant, PlanId plan, Sight sight) {
        if (sight.isComplete()) {
            return all(tenant, plan);
        }
        ImmutableList<Action> seen = Answer.of(
                        tenant.dsl(),
                        ActionReading::actions,
                        SEEN,
                        tenant.organisation(),
                        plan.value(),
                        sight.visibilities().stream().map(Enum::name).toArray(String[]::new),
                        Columns.codes(sight.within().people()),
                        tenant.organisation(),
                        Columns.codes(sight.within().units()))
                .stream()
                .flatMap(action -> Disclosure.seen(action, sight).stream())
                .collect(toImmutableList());
        ImmutableSet<Code> codes = seen.stream().map(Action::code).collect(toImmutableSet());
        return Columns.list(seen, action -> Disclosure.linkedTo(action, codes));
    }

    /** What a statement of this class answered, in natural order of code. */
    static ImmutableList<Action> actions(ResultSet rows) throws SQLException {
        return WHOLE.read(rows).stream()
                .map(action -> new ActionReading(action).action())
                .sorted(Comparator.comparing(Action::code))
                .collect(toImmutableList());
    }

    private Action action() {
        Row row = action.row();
        ActionContent content = new ActionContent(
                profile(row),
                new Commitment(
                        CommitmentLevel.valueOf(row.text(ACTION.LEVEL)), list(STATEMENTS, ActionReading::statement)),
                roles(row),
                scope(row),
                schedule(row),
                list(MILESTONES, ActionReading::milestone),
                list(LINKS, ActionReading::link),
                list(DOCUMENTS, ActionReading::document),
                new Disclosure(
                        Visibility.valueOf(row.text(ACTION.VISIBILITY)), Columns.hidden(row.text(ACTION.HIDDEN))));
        return Action.restore(new Action.Snapshot(
                new ActionId(action.id()),
                new PlanId(UUID.fromString(row.text(ACTION.PLAN_ID))),
                new Code(row.text(ACTION.CODE)),
                new Code(row.text(ACTION.AXIS)),
                content,
                list(STATUSES, ActionReading::status),
                row.number(ACTION.VERSION)));
    }

    private <T> ImmutableList<T> list(Part part, Function<Row, T> read) {
        return Columns.list(action.list(part), read);
    }

    private ImmutableSet<Code> codes(Part part, TableField<?, String> column) {
        return action.list(part).stream().map(row -> new Code(row.text(column))).collect(toImmutableSet());
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
                codes(UNITS, ACTION_UNIT.UNIT),
                codes(PARTNERS, ACTION_PARTNER.PARTNER));
    }

    private ActionScope scope(Row row) {
        return new ActionScope(
                codes(AUDIENCES, ACTION_AUDIENCE.AUDIENCE),
                codes(TERRITORIES, ACTION_TERRITORY.TERRITORY),
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
