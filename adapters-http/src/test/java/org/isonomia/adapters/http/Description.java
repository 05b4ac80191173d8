package org.isonomia.adapters.http;

import static java.util.stream.Collectors.toCollection;

import com.google.common.base.Ascii;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.isonomia.adapters.http.routing.Json;
import org.isonomia.application.document.Node;

/** What the API's description says it offers. */
final class Description {

    /** An operation. */
    record Operation(String method, String path) implements Comparable<Operation> {
        @Override
        public int compareTo(Operation other) {
            return Comparator.comparing(Operation::path)
                    .thenComparing(Operation::method)
                    .compare(this, other);
        }
    }

    private static final String[] METHODS = {"get", "put", "post", "patch", "delete"};

    private Description() {}

    static SortedSet<Operation> operations() {
        Node.Mapping paths = (Node.Mapping)
                ((Node.Mapping) Json.read(bytes("openapi.json"))).get("paths").orElseThrow();
        return paths.entries().entrySet().stream()
                .flatMap(path -> Arrays.stream(METHODS)
                        .filter(method ->
                                ((Node.Mapping) path.getValue()).get(method).isPresent())
                        .map(method -> new Operation(Ascii.toUpperCase(method), path.getKey())))
                .collect(toCollection(TreeSet::new));
    }

    static byte[] bytes(String name) {
        try {
            return Resources.toByteArray(Resources.getResource(Description.class, "api/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
