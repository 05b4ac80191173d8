package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.PERSON;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.application.spi.PlanSearch.ActionRow;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.Deadline;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Progress;
import org.isonomia.domain.plan.Pulse;
import org.isonomia.domain.plan.Schedule;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The columns of an action as lists show it. */
final class ActionRows {

    static final Field<String> CODE = DSL.field(DSL.name("code"), String.class);

    private static final String HOLDER = "holder";
    private static final String FUNCTION = "holds";

    static final ImmutableList<Field<?>> COLUMNS = ImmutableList.of(
            ACTION.CODE,
            ACTION.AXIS,
            ACTION.TITLE,
            ACTION.KIND,
            ACTION.LEVEL,
            ACTION.WEIGHT,
            ACTION.LEAD,
            PERSON.NAME.as(HOLDER),
            PERSON.FUNCTION.as(FUNCTION),
            ACTION.PLANNED_START,
            ACTION.PLANNED_END,
            ACTION.ACTUAL_START,
            ACTION.ACTUAL_END,
            ACTION.RECURRENCE,
            ACTION.PROGRESS,
            ACTION.STATUS,
            ACTION.NEXT_DUE_ON,
            ACTION.NEXT_DUE_KIND,
            ACTION.NEXT_DUE_LABEL,
            ACTION.LAST_NEWS_ON,
            ACTION.VISIBILITY,
            ACTION.VERSION);

    private ActionRows() {}

    static ActionRow row(Record row) {
        return new ActionRow(
                new Code(text(row, ACTION.CODE)),
                new Code(text(row, ACTION.AXIS)),
                text(row, ACTION.TITLE),
                ActionProfile.Kind.valueOf(text(row, ACTION.KIND)),
                CommitmentLevel.valueOf(text(row, ACTION.LEVEL)),
                row.get(ACTION.WEIGHT.getName(), Integer.class),
                Columns.code(text(row, ACTION.LEAD)),
                leadLabel(row),
                new Schedule(
                        Columns.period(text(row, ACTION.PLANNED_START), text(row, ACTION.PLANNED_END)),
                        Columns.period(text(row, ACTION.ACTUAL_START), text(row, ACTION.ACTUAL_END)),
                        Schedule.Recurrence.valueOf(text(row, ACTION.RECURRENCE))),
                new Progress(row.get(ACTION.PROGRESS.getName(), BigDecimal.class)),
                pulse(row),
                Visibility.valueOf(text(row, ACTION.VISIBILITY)),
                row.get(ACTION.VERSION.getName(), Integer.class));
    }

    private static Optional<String> leadLabel(Record row) {
        Optional<String> holder = Optional.ofNullable(row.get(HOLDER, String.class));
        return Optional.ofNullable(row.get(FUNCTION, String.class))
                .map(function -> new Person(new Code(text(row, ACTION.LEAD)), function, holder, Optional.empty(), false)
                        .label());
    }

    private static Pulse pulse(Record row) {
        Optional<Deadline> next = Optional.ofNullable(row.get(ACTION.NEXT_DUE_ON.getName(), LocalDate.class))
                .map(day -> new Deadline(
                        day, Deadline.Kind.valueOf(text(row, ACTION.NEXT_DUE_KIND)), text(row, ACTION.NEXT_DUE_LABEL)));
        return new Pulse(
                DeclaredStatus.valueOf(text(row, ACTION.STATUS)),
                next,
                Optional.ofNullable(row.get(ACTION.LAST_NEWS_ON.getName(), LocalDate.class)));
    }

    private static String text(Record row, Field<String> column) {
        return row.get(column.getName(), String.class);
    }
}
