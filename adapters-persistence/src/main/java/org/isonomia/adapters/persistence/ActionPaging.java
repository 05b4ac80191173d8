package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_TALLY;
import static org.isonomia.adapters.persistence.generated.Tables.PERSON;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.isonomia.application.spi.PlanSearch.ActionPage;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** One page of actions with the number of all that match, in one statement; pages start by key, so all cost the same. */
final class ActionPaging {

    private static final Field<Integer> RANK = DSL.field(DSL.name("rank"), Integer.class);

    private static final Pattern SHARE = Pattern.compile("[01](\\.[0-9]{1,6})?");

    private final Tenant tenant;
    private final ActionQuery query;
    private final Key<?> key;

    ActionPaging(Tenant tenant, ActionQuery query) {
        this.tenant = tenant;
        this.query = query;
        this.key = switch (query.order().sort()) {
            case CODE -> new Key<>(ACTION.CODE_SORT, text -> text);
            case TITLE -> new Key<>(ACTION.TITLE_SORT, text -> text);
            case DEADLINE -> new Key<>(ACTION.NEXT_DUE_ON, ActionPaging::day);
            case PROGRESS -> new Key<>(ACTION.PROGRESS, ActionPaging::share);
        };
    }

    private static LocalDate day(String text) {
        return PartialDate.parse(text).firstDay();
    }

    private static BigDecimal share(String text) {
        checkArgument(SHARE.matcher(text).matches(), "not a share: %s", text);
        return new BigDecimal(text);
    }

    /** The column that leads the order, and how its values are read from a cursor. */
    private record Key<T>(Field<T> column, Function<String, T> parse) {

        OrderField<T> order(boolean descending) {
            return (descending ? column.desc() : column.asc()).nullsLast();
        }

        /** Rows after a cursor, those without a value being last. */
        Condition after(Optional<String> value, boolean descending, Condition tie) {
            if (value.isEmpty()) {
                return column.isNull().and(tie);
            }
            T known = parse.apply(value.get());
            return (descending ? column.lt(known) : column.gt(known))
                    .or(column.eq(known).and(tie))
                    .or(column.isNull());
        }
    }

    ActionPage fetch() {
        Condition wanted = Filters.of(tenant, query);
        Condition after =
                query.after().map(text -> after(Cursor.read(text, query))).orElse(noCondition());
        Table<Record1<Integer>> all = total(wanted).asTable("matching");
        Table<?> page = page(wanted.and(after));
        List<? extends Record> rows = tenant.dsl()
                .select(all.fields())
                .select(page.fields())
                .from(all)
                .leftJoin(page)
                .on(trueCondition())
                .orderBy(page.field(RANK))
                .fetch();
        return pageOf(rows);
    }

    /** How many there are; if all of the plan's are asked for, only those are counted that are not seen. */
    private Select<Record1<Integer>> total(Condition wanted) {
        if (!Filters.within(tenant, query).isEmpty()) {
            return select(count().as("total")).from(ACTION).where(wanted);
        }
        return select(coalesce(max(ACTION_TALLY.ACTIONS), inline(0))
                        .minus(unseen())
                        .as("total"))
                .from(ACTION_TALLY)
                .where(tenant.owns(ACTION_TALLY.ORGANISATION_ID))
                .and(ACTION_TALLY.PLAN_ID.eq(query.plan().value()));
    }

    private Field<Integer> unseen() {
        return query.sight().isComplete()
                ? inline(0)
                : field(select(count())
                        .from(ACTION)
                        .where(tenant.owns(ACTION.ORGANISATION_ID))
                        .and(ACTION.PLAN_ID.eq(query.plan().value()))
                        .and(ACTION.VISIBILITY.ne(inline(Visibility.PUBLIC.name())))
                        .andNot(Filters.seen(tenant, query.sight())));
    }

    private Table<?> page(Condition condition) {
        List<OrderField<?>> order = order();
        return select(ActionRows.COLUMNS)
                .select(key.column().cast(String.class).as("key"))
                .select(rowNumber().over(orderBy(order)).as(RANK))
                .from(ACTION)
                .leftJoin(PERSON)
                .on(PERSON.ORGANISATION_ID.eq(ACTION.ORGANISATION_ID), PERSON.CODE.eq(ACTION.LEAD))
                .where(condition)
                .orderBy(order)
                .limit(query.limit() + 1)
                .asTable("page");
    }

    private boolean isTurnedCode() {
        return query.order().descending() && query.order().sort() == Sort.CODE;
    }

    private List<OrderField<?>> order() {
        return List.of(
                key.order(query.order().descending()),
                isTurnedCode() ? ACTION.CODE_SORT.desc() : ACTION.CODE_SORT.asc(),
                isTurnedCode() ? ACTION.CODE.desc() : ACTION.CODE.asc());
    }

    private Condition after(Cursor cursor) {
        var here = row(ACTION.CODE_SORT, ACTION.CODE);
        var there = row(cursor.code().sortKey(), cursor.code().value());
        return key.after(cursor.value(), query.order().descending(), isTurnedCode() ? here.lt(there) : here.gt(there));
    }

    private ActionPage pageOf(List<? extends Record> found) {
        long total = found.getFirst().get("total", Long.class);
        ImmutableList<? extends Record> rows =
                found.stream().filter(row -> row.get(ActionRows.CODE) != null).collect(toImmutableList());
        List<? extends Record> shown = rows.subList(0, Math.min(rows.size(), query.limit()));
        Optional<String> next =
                rows.size() > query.limit() ? Optional.of(cursor(Iterables.getLast(shown))) : Optional.empty();
        return new ActionPage(Columns.list(shown, ActionRows::row), next, total);
    }

    private String cursor(Record last) {
        return new Cursor(Optional.ofNullable(last.get("key", String.class)), new Code(last.get(ActionRows.CODE)))
                .written(query);
    }
}
