package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.plan.Hideable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How values that several tables hold are written in columns. Null in a column is absence in the model. */
final class Columns {

    private static final Splitter.MapSplitter HIDDEN =
            Splitter.on(' ').omitEmptyStrings().withKeyValueSeparator(':');

    private Columns() {}

    static <T> @Nullable String text(Optional<T> value) {
        return value.isPresent() ? value.get().toString() : null;
    }

    static <T> @Nullable T orNull(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }

    static @Nullable BigDecimal amount(Optional<Money> money) {
        return money.isPresent() ? money.get().getAmount() : null;
    }

    static @Nullable String currency(Optional<Money> money) {
        return money.isPresent() ? money.get().getCurrencyUnit().getCode() : null;
    }

    static Optional<Money> money(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null || currency == null) {
            return Optional.empty();
        }
        CurrencyUnit unit = CurrencyUnit.of(currency);
        return Optional.of(Money.of(unit, amount.setScale(unit.getDecimalPlaces(), RoundingMode.UNNECESSARY)));
    }

    static Optional<Code> code(@Nullable String value) {
        return Optional.ofNullable(value).map(Code::new);
    }

    static Optional<URI> link(@Nullable String value) {
        return Optional.ofNullable(value).map(URI::create);
    }

    static Optional<PartialDate> date(@Nullable String value) {
        return Optional.ofNullable(value).map(PartialDate::parse);
    }

    static OptionalLong number(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static PartialPeriod period(@Nullable String start, @Nullable String end) {
        return new PartialPeriod(date(start), date(end));
    }

    static String[] codes(Collection<Code> codes) {
        return codes.stream().map(Code::value).toArray(String[]::new);
    }

    static ImmutableSet<Code> codes(String[] codes) {
        return Arrays.stream(codes).map(Code::new).collect(toImmutableSet());
    }

    /** Hidden fields as they stand in a column: {@code FIELD:VISIBILITY}. */
    static String[] hidden(ImmutableMap<Hideable, Visibility> hidden) {
        return hidden.entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue())
                .toArray(String[]::new);
    }

    /** Hidden fields of a column, with a space between them. */
    static ImmutableMap<Hideable, Visibility> hidden(String spaced) {
        return ImmutableMap.copyOf(Maps.transformValues(
                HIDDEN.split(spaced).entrySet().stream()
                        .collect(ImmutableMap.toImmutableMap(
                                field -> Hideable.valueOf(field.getKey()), Map.Entry::getValue)),
                Visibility::valueOf));
    }

    static <R extends Record> ImmutableSet<Code> codes(List<R> rows, Function<R, String> column) {
        return rows.stream().map(row -> new Code(column.apply(row))).collect(toImmutableSet());
    }

    /** Rows with the columns reference, level and quote. */
    static ImmutableList<Statement> statements(List<? extends Record> rows) {
        return rows.stream()
                .map(row -> new Statement(
                        row.get("reference", String.class),
                        CommitmentLevel.valueOf(row.get("level", String.class)),
                        row.get("quote", String.class)))
                .collect(toImmutableList());
    }

    static <R, T> ImmutableList<T> list(List<R> rows, Function<R, T> read) {
        return rows.stream().map(read).collect(toImmutableList());
    }
}
