package org.isonomia.postgres;

import java.util.List;

/** What an acknowledged commit is worth when the machine loses power. */
public enum Durability {

    /** An acknowledged commit is on disk. The only choice for data that somebody cares about, and the default. */
    FULL(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")),

    /**
     * A power failure may lose or damage everything; a crash of the process alone does not. For databases that are thrown
     * away: tests and code generation.
     */
    RELAXED(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));

    private final List<String> parameters;

    Durability(List<String> parameters) {
        this.parameters = parameters;
    }

    /** The server parameters of this choice, each as {@code name=value}. */
    List<String> parameters() {
        return parameters;
    }
}
