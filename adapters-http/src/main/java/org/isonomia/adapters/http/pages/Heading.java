package org.isonomia.adapters.http.pages;

import java.util.Optional;

/**
 * The heading of a column.
 *
 * @param label what the column is called
 * @param href where a click on it leads: the same list in the order of this column, or turned round
 * @param sort {@code ascending} or {@code descending} if the list is in the order of this column
 * @param css its class
 * @param followUp whether what it holds is follow-up, which a plan marked as illustration has invented
 */
public record Heading(String label, Optional<String> href, Optional<String> sort, String css, boolean followUp) {

    static Heading plain(String label) {
        return new Heading(label, Optional.empty(), Optional.empty(), "", false);
    }

    static Heading number(String label) {
        return new Heading(label, Optional.empty(), Optional.empty(), "r", false);
    }

    Heading ofFollowUp() {
        return new Heading(label, href, sort, css, true);
    }

    /** The icon that shows the order. */
    public String icon() {
        return sort.map(order -> order.equals("ascending") ? "up" : "down").orElse("sort");
    }
}
