package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.plan.Deadline;

/** Draws timelines. */
final class Timelines {

    private static final int WIDTH = 1000;
    private static final int THINNEST = 6;
    private static final int MOST_YEARS = 12;

    private final Words words;
    private final LocalDate from;
    private final LocalDate to;

    private Timelines(Words words, LocalDate from, LocalDate to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    static TimelinePage of(Frame frame, Links links, ActionList list) {
        ImmutableList<LocalDate> days = Stream.concat(
                        Stream.of(list.plan().content().profile().period()),
                        list.items().stream().map(item -> item.row().schedule().planned()))
                .flatMap(period -> Stream.concat(period.firstDay().stream(), period.lastDay().stream()))
                .sorted()
                .collect(toImmutableList());
        int first = (days.isEmpty() ? list.today() : days.getFirst()).getYear();
        int last = (days.isEmpty() ? list.today() : days.getLast()).getYear();
        last = Math.min(last, first + MOST_YEARS - 1);
        Timelines drawing =
                new Timelines(frame.words(), LocalDate.ofYearDay(first, 1), LocalDate.ofYearDay(last + 1, 1));
        return new TimelinePage(
                frame,
                links,
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).collect(toImmutableList()),
                IntStream.rangeClosed(first, last)
                        .mapToObj(year -> drawing.place(LocalDate.ofYearDay(year, 1)))
                        .collect(toImmutableList()),
                Optional.of(list.today()).filter(drawing::isInside).map(drawing::place),
                list.plan().axes().inReadingOrder().stream()
                        .map(axis -> new TimelinePage.Group(
                                axis,
                                list.items().stream()
                                        .filter(item -> item.row().axis().equals(axis.code()))
                                        .map(drawing::row)
                                        .collect(toImmutableList())))
                        .filter(group -> !group.rows().isEmpty())
                        .collect(toImmutableList()));
    }

    private TimelinePage.Row row(ListedAction item) {
        PartialPeriod planned = item.row().schedule().planned();
        return new TimelinePage.Row(
                item.row().code(),
                item.row().title(),
                item.row().pulse().status(),
                words.period(planned),
                planned.start().map(words::date),
                planned.end().map(words::date),
                bar(planned),
                item.row()
                        .pulse()
                        .next()
                        .filter(next -> next.kind() == Deadline.Kind.MILESTONE && isInside(next.day()))
                        .map(next -> place(next.day())));
    }

    private Optional<TimelinePage.Bar> bar(PartialPeriod planned) {
        if (planned.isUnknown()) {
            return Optional.empty();
        }
        int x = planned.firstDay().map(this::place).orElse(0);
        int end = planned.lastDay().map(day -> place(day.plusDays(1))).orElse(WIDTH);
        boolean open = planned.start().isEmpty() || planned.end().isEmpty();
        return Optional.of(new TimelinePage.Bar(Math.min(x, WIDTH - THINNEST), Math.max(THINNEST, end - x), open));
    }

    private boolean isInside(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    private int place(LocalDate day) {
        long place = ChronoUnit.DAYS.between(from, day) * WIDTH / ChronoUnit.DAYS.between(from, to);
        return (int) Math.max(0, Math.min(WIDTH, place));
    }
}
