package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts on which an action's health is judged, whatever the day. Stores keep them beside the action, so that health can
 * be filtered and counted without reading milestones.
 *
 * @param status the status declared last
 * @param next the earliest thing that is still to happen; empty if the action is not open or nothing is dated
 * @param lastNews the latest day on which a status was declared or a milestone reached
 */
public record Pulse(DeclaredStatus status, Optional<Deadline> next, Optional<LocalDate> lastNews) {
    public Pulse {
        requireNonNull(status, "status");
        requireNonNull(next, "next");
        requireNonNull(lastNews, "lastNews");
    }

    static Pulse of(Action action) {
        DeclaredStatus status = action.status();
        ActionContent content = action.content();
        Optional<Deadline> next = status.isOpen()
                ? Stream.of(start(action), milestones(content), end(content))
                        .flatMap(deadlines -> deadlines)
                        .min(Deadline::compareTo)
                : Optional.empty();
        Optional<LocalDate> lastNews = Stream.concat(
                        action.statuses().stream().map(StatusChange::date),
                        content.milestones().stream().flatMap(m -> m.done().stream()))
                .max(LocalDate::compareTo);
        return new Pulse(status, next, lastNews);
    }

    private static Stream<Deadline> start(Action action) {
        Schedule schedule = action.content().schedule();
        boolean begun = action.status() != DeclaredStatus.PLANNED
                || schedule.actual().start().isPresent();
        return begun
                ? Stream.empty()
                : schedule.planned().start().stream()
                        .map(start -> new Deadline(start.lastDay(), Deadline.Kind.START, ""));
    }

    private static Stream<Deadline> milestones(ActionContent content) {
        return content.milestones().stream()
                .filter(milestone -> milestone.done().isEmpty())
                .flatMap(milestone -> milestone.due().stream()
                        .map(due -> new Deadline(due.lastDay(), Deadline.Kind.MILESTONE, milestone.title())));
    }

    private static Stream<Deadline> end(ActionContent content) {
        return content.schedule().planned().end().stream()
                .map(end -> new Deadline(end.lastDay(), Deadline.Kind.END, ""));
    }
}
