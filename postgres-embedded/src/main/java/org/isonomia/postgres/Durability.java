package org.isonomia.postgres;

import java.util.List;

/** What an acknowledged commit is worth when the machine loses power. */
public enum Durability {

    /** An acknowledged commit is on disk. The only choice for data that somebody cares about, and the default. */
    FULL("on"),

    /**
     * A power failure may lose or damage everything; a crash of the process alone does not. For databases that are
     * thrown away: tests and code generation.
     */
    RELAXED("off");

    private final String value;

    Durability(String value) {
        this.value = value;
    }

    /** The server parameters of this choice, each as {@code name=value}. */
    List<String> parameters() {
        return List.of("fsync=" + value, "synchronous_commit=" + value, "full_page_writes=" + value);
    }
}
