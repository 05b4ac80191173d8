package org.isonomia.adapters.http.pages;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import org.isonomia.application.plan.PlanReading.Figures;
import org.isonomia.domain.plan.DeclaredStatus;

/**
 * A bar of the actions by status.
 *
 * @param id what the ids inside begin with
 * @param title what it shows
 * @param description what it says, in words
 * @param segments its parts, from the left, 600 wide together
 */
public record StatusBar(String id, String title, String description, ImmutableList<Segment> segments) {

    private static final int WIDTH = 600;

    /**
     * A part of the bar.
     *
     * @param css which status
     * @param x where it begins
     * @param width how wide it is
     * @param pattern the suffix of its pattern; empty if it is plain
     */
    public record Segment(String css, int x, int width, String pattern) {}

    static StatusBar of(Words words, Figures figures, String id, String title) {
        int total =
                figures.byStatus().values().stream().mapToInt(Integer::intValue).sum();
        ImmutableList.Builder<Segment> segments = ImmutableList.builder();
        int before = 0;
        for (DeclaredStatus status : Look.STATUSES) {
            int count = figures.byStatus().getOrDefault(status, 0);
            if (count > 0) {
                int x = before * WIDTH / total;
                before += count;
                segments.add(new Segment(Look.of(status), x, before * WIDTH / total - x, Look.pattern(status)));
            }
        }
        String description = Look.STATUSES.stream()
                .filter(status -> figures.byStatus().getOrDefault(status, 0) > 0)
                .map(status -> words.number(figures.byStatus().getOrDefault(status, 0)) + " "
                        + words.label(status, figures.byStatus().getOrDefault(status, 0))
                                .toLowerCase(words.locale()))
                .collect(joining(", "));
        return new StatusBar(
                id, title, description.isEmpty() ? words.t("actions.none") : description, segments.build());
    }
}
