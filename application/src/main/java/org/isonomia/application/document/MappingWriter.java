package org.isonomia.application.document;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.domain.kernel.Code;

/** A mapping with only the entries that say something, in this order. */
public final class MappingWriter {
    private final Map<String, Node> entries = new LinkedHashMap<>();

    /** Adds a text. */
    public MappingWriter text(String key, String value) {
        entries.put(key, Node.text(value));
        return this;
    }

    /** Adds what there is as text. */
    public MappingWriter text(String key, Optional<?> value) {
        value.ifPresent(present -> text(key, present.toString()));
        return this;
    }

    /** Adds a word of an enumeration. */
    public MappingWriter word(String key, Enum<?> value) {
        return text(key, Fields.wordOf(value));
    }

    /** Adds a number unless it is the default. */
    public MappingWriter number(String key, long value, long unless) {
        if (value != unless) {
            entries.put(key, Node.number(value));
        }
        return this;
    }

    /** Adds a truth value if it is true. */
    public MappingWriter flag(String key, boolean value) {
        if (value) {
            entries.put(key, Node.bool(true));
        }
        return this;
    }

    /** Adds codes as a list, if there are any. */
    public MappingWriter codes(String key, Set<Code> codes) {
        return list(key, codes.stream().map(code -> Node.text(code.value())).toList());
    }

    /** Adds a list, if it is not empty. */
    public MappingWriter list(String key, Iterable<? extends Node> items) {
        ImmutableList<Node> copy = ImmutableList.copyOf(items);
        if (!copy.isEmpty()) {
            entries.put(key, Node.sequence(copy));
        }
        return this;
    }

    /** Adds a mapping, if it is not empty. */
    public MappingWriter mapping(String key, Node.Mapping value) {
        if (!value.entries().isEmpty()) {
            entries.put(key, value);
        }
        return this;
    }

    /** The mapping. */
    public Node.Mapping build() {
        return Node.mapping(entries);
    }
}
