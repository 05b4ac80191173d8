package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isonomia.application.plan.PlanReading.Timeline;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.Schedule;

/** Draws timelines. */
final class Timelines {

    private static final int WIDTH = 1000;
    private static final int THINNEST = 6;
    private static final int MOST_YEARS = 12;

    private final Words words;
    private final LocalDate today;
    private final LocalDate from;
    private final LocalDate to;

    private Timelines(Words words, LocalDate today, int first, int last) {
        this.words = words;
        this.today = today;
        this.from = LocalDate.ofYearDay(first, 1);
        this.to = LocalDate.ofYearDay(last + 1, 1);
    }

    static TimelinePage of(Frame frame, Links links, Timeline seen) {
        ImmutableList<LocalDate> days = Stream.concat(
                        days(seen.plan().content().profile().period()),
                        seen.actions().stream().flatMap(Timelines::days))
                .sorted()
                .collect(toImmutableList());
        int first = (days.isEmpty() ? seen.today() : days.getFirst()).getYear();
        int last = Math.min((days.isEmpty() ? seen.today() : days.getLast()).getYear(), first + MOST_YEARS - 1);
        return new Timelines(frame.words(), seen.today(), first, last).page(frame, links, seen);
    }

    private static Stream<LocalDate> days(Action action) {
        return Stream.concat(
                days(action.content().schedule().planned()),
                action.content().milestones().stream().flatMap(milestone -> day(milestone).stream()));
    }

    private static Stream<LocalDate> days(PartialPeriod period) {
        return Stream.concat(period.firstDay().stream(), period.lastDay().stream());
    }

    private static Optional<LocalDate> day(Milestone milestone) {
        return milestone.done().or(() -> milestone.due().map(PartialDate::lastDay));
    }

    private TimelinePage page(Frame frame, Links links, Timeline seen) {
        return new TimelinePage(
                frame,
                links,
                years().mapToObj(Integer::toString).collect(toImmutableList()),
                years().mapToObj(year -> share(place(LocalDate.ofYearDay(year, 1))))
                        .collect(toImmutableList()),
                Optional.of(today).flatMap(this::at),
                seen.plan().axes().inReadingOrder().stream()
                        .map(axis -> new TimelinePage.Group(
                                axis,
                                seen.actions().stream()
                                        .filter(action -> action.axis().equals(axis.code()))
                                        .map(this::row)
                                        .collect(toImmutableList())))
                        .filter(group -> !group.rows().isEmpty())
                        .collect(toImmutableList()));
    }

    private IntStream years() {
        return IntStream.range(from.getYear(), to.getYear());
    }

    private TimelinePage.Row row(Action action) {
        Schedule schedule = action.content().schedule();
        PartialPeriod planned = schedule.planned();
        return new TimelinePage.Row(
                action.code(),
                action.content().profile().title(),
                action.status(),
                new TimelinePage.Dates(
                        words.period(planned),
                        planned.start().map(words::date),
                        planned.end().map(words::date),
                        Optional.of(schedule.recurrence())
                                .filter(recurrence -> recurrence != Schedule.Recurrence.NONE)
                                .map(words::label)),
                bar(planned),
                action.content().milestones().stream()
                        .map(milestone -> mark(action, milestone))
                        .collect(toImmutableList()));
    }

    private TimelinePage.Mark mark(Action action, Milestone milestone) {
        TimelinePage.State state = milestone.done().isPresent()
                ? TimelinePage.State.DONE
                : ActionPage.isLate(action, milestone, today) ? TimelinePage.State.LATE : TimelinePage.State.DUE;
        return new TimelinePage.Mark(
                milestone.title(),
                state,
                milestone.done().map(words::date).or(() -> milestone.due().map(words::date)),
                day(milestone).flatMap(this::at));
    }

    private Optional<TimelinePage.Bar> bar(PartialPeriod planned) {
        if (planned.isUnknown()) {
            return Optional.empty();
        }
        int x = Math.min(planned.firstDay().map(this::place).orElse(0), WIDTH - THINNEST);
        int end = planned.lastDay().map(day -> place(day.plusDays(1))).orElse(WIDTH);
        boolean open = planned.start().isEmpty() || planned.end().isEmpty();
        return Optional.of(new TimelinePage.Bar(share(x), share(Math.max(THINNEST, end - x)), open));
    }

    private Optional<String> at(LocalDate day) {
        return Optional.of(day)
                .filter(known -> !known.isBefore(from) && known.isBefore(to))
                .map(known -> share(place(known)));
    }

    private int place(LocalDate day) {
        long place = ChronoUnit.DAYS.between(from, day) * WIDTH / ChronoUnit.DAYS.between(from, to);
        return (int) Math.max(0, Math.min(WIDTH, place));
    }

    private static String share(int thousandths) {
        return thousandths / 10 + "." + thousandths % 10 + "%";
    }
}
