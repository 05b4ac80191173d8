package org.isonomia.adapters.http.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.domain.plan.Schedule;

/** Actions by the years they touch, by what happened where it is known and by what was planned elsewhere. */
final class Timeline {

    /** An action without an end is not drawn further than this beyond its start. */
    private static final int MOST_YEARS = 50;

    private Timeline() {}

    static Node of(ActionList list) {
        Map<Integer, List<Node>> years = new TreeMap<>();
        List<Node> undated = new ArrayList<>();
        for (ListedAction listed : list.items()) {
            Schedule schedule = listed.row().schedule();
            Optional<LocalDate> first =
                    schedule.actual().firstDay().or(() -> schedule.planned().firstDay());
            Optional<LocalDate> last =
                    schedule.actual().lastDay().or(() -> schedule.planned().lastDay());
            if (first.or(() -> last).isEmpty()) {
                undated.add(Answers.listed(listed));
                continue;
            }
            int from = first.or(() -> last).orElseThrow().getYear();
            int until = last.or(() -> first).orElseThrow().getYear();
            for (int year = from; year <= Math.min(until, from + MOST_YEARS); year++) {
                years.computeIfAbsent(year, unused -> new ArrayList<>()).add(Answers.listed(listed));
            }
        }
        Map<String, Node> members = new LinkedHashMap<>();
        members.put(
                "years",
                Node.sequence(years.entrySet().stream()
                        .map(year -> year(year.getKey(), year.getValue()))
                        .toList()));
        members.put("undated", Node.sequence(undated));
        return Answers.object(members);
    }

    private static Node year(int year, Iterable<Node> actions) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("year", Node.number(year));
        members.put("actions", Node.sequence(actions));
        return Answers.object(members);
    }
}
