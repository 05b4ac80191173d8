package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed into a form, as it was typed, and what is wrong with it.
 *
 * @param values the values by field
 * @param errors what is wrong by field; the empty name is for what belongs to no field
 */
public record Typed(ImmutableListMultimap<String, String> values, ImmutableMap<String, String> errors) {

    static Typed of(ImmutableListMultimap<String, String> values) {
        return new Typed(values, ImmutableMap.of());
    }

    /** A field's value; empty if it has none. */
    public String value(String name) {
        ImmutableList<String> all = values.get(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    String trimmed(String name) {
        return value(name).strip();
    }

    /** All values of a field that may have several. */
    public List<String> all(String name) {
        return values.get(name);
    }

    /** Whether a field that may have several values has this one. */
    public boolean has(String name, String value) {
        return values.containsEntry(name, value);
    }

    /** What is wrong with a field. */
    public Optional<String> error(String name) {
        return Optional.ofNullable(errors.get(name));
    }

    Typed with(Map<String, String> wrong) {
        Map<String, String> all = new LinkedHashMap<>(errors);
        wrong.forEach(all::putIfAbsent);
        return new Typed(values, ImmutableMap.copyOf(all));
    }
}
