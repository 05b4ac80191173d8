package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.domain.kernel.Code;

/**
 * Where a page ended: the last row's value in the order, and its code. Opaque to whoever carries it, and of use for the same
 * order only.
 *
 * @param value the value; empty if the row has none
 * @param code the code
 */
record Cursor(Optional<String> value, Code code) {

    private static final Splitter LINES = Splitter.on('\n');

    String written(ActionQuery query) {
        String text = String.join(
                "\n",
                order(query),
                code.value(),
                value.map(known -> "=" + known).orElse(""));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text, ActionQuery query) {
        List<String> parts = LINES.splitToList(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        checkArgument(
                parts.size() == 3
                        && text.chars().noneMatch(Character::isISOControl)
                        && parts.stream().flatMapToInt(String::chars).noneMatch(Character::isISOControl)
                        && parts.getFirst().equals(order(query))
                        && (parts.getLast().isEmpty() || parts.getLast().startsWith("=")),
                "not a cursor of this order: %s",
                text);
        Optional<String> value = parts.getLast().isEmpty()
                ? Optional.empty()
                : Optional.of(parts.getLast().substring(1));
        return new Cursor(value, new Code(parts.get(1)));
    }

    private static String order(ActionQuery query) {
        return query.order().sort() + (query.order().descending() ? " descending" : " ascending");
    }
}
