package org.isonomia.adapters.files;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Position;

/** A mapping that is still being put together from rows that stand far apart. Not safe for several threads. */
final class DraftMapping {

    private final Position position;
    private final Set<String> order = new LinkedHashSet<>();
    private final Map<String, Node> leaves = new HashMap<>();
    private final Map<String, DraftMapping> mappings = new HashMap<>();
    private final Map<String, List<DraftMapping>> lists = new HashMap<>();

    DraftMapping(Position position) {
        this.position = position;
    }

    /** Puts a value under a path of keys; false if something else is there already. */
    boolean put(List<String> path, Node value) {
        String last = path.get(path.size() - 1);
        Optional<DraftMapping> holder = inner(path.subList(0, path.size() - 1), value.position());
        if (holder.isEmpty() || holder.get().holds(last)) {
            return false;
        }
        holder.get().order.add(last);
        holder.get().leaves.put(last, value);
        return true;
    }

    /** Appends an entry to the list under a path of keys; false if something else than a list is there already. */
    boolean append(List<String> path, DraftMapping item) {
        String last = path.get(path.size() - 1);
        Optional<DraftMapping> holder = inner(path.subList(0, path.size() - 1), item.position);
        if (holder.isEmpty() || (holder.get().holds(last) && !holder.get().lists.containsKey(last))) {
            return false;
        }
        holder.get().order.add(last);
        holder.get().lists.computeIfAbsent(last, key -> new ArrayList<>()).add(item);
        return true;
    }

    /** The entries of the list under a path of keys; none if there is no list. */
    List<DraftMapping> entries(List<String> path) {
        Optional<DraftMapping> holder = Optional.of(this);
        for (String key : path.subList(0, path.size() - 1)) {
            holder = holder.flatMap(mapping -> Optional.ofNullable(mapping.mappings.get(key)));
        }
        return holder.map(mapping -> mapping.lists.getOrDefault(path.get(path.size() - 1), List.of()))
                .orElse(List.of());
    }

    /** What an entry is known by: its values under the keys, those that it has, separated by slashes. */
    String identity(List<String> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(leaves.get(key)).stream())
                .map(node -> node instanceof Scalar scalar ? scalar.text() : "")
                .collect(Collectors.joining("/"));
    }

    /** The finished mapping. */
    Node.Mapping build() {
        ImmutableMap.Builder<String, Node> entries = ImmutableMap.builder();
        for (String key : order) {
            entries.put(key, finished(key));
        }
        return new Node.Mapping(entries.buildOrThrow(), ImmutableMap.of(), position);
    }

    private Node finished(String key) {
        Node leaf = leaves.get(key);
        if (leaf != null) {
            return leaf;
        }
        DraftMapping mapping = mappings.get(key);
        if (mapping != null) {
            return mapping.build();
        }
        List<DraftMapping> items = lists.getOrDefault(key, List.of());
        return new Node.Sequence(
                items.stream().map(DraftMapping::build).collect(toImmutableList()), items.get(0).position);
    }

    private boolean holds(String key) {
        return order.contains(key);
    }

    private Optional<DraftMapping> inner(List<String> path, Position where) {
        DraftMapping current = this;
        for (String key : path) {
            if (!current.mappings.containsKey(key) && current.holds(key)) {
                return Optional.empty();
            }
            current.order.add(key);
            current = current.mappings.computeIfAbsent(key, absent -> new DraftMapping(where));
        }
        return Optional.of(current);
    }
}
