package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isonomia.application.document.Node;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.Schedule;
import org.isonomia.domain.plan.StatusChange;

/** Turns an action into the fields of a form, and the fields into a patch of its entry. */
final class EditForms {

    static final int MOST_ROWS = 200;
    private static final Node NOTHING = Node.nothing();

    private final Words words;
    private final Typed typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    EditForms(Words words, Typed typed) {
        this.words = words;
        this.typed = typed;
    }

    /** Which side of an action a form is about. */
    enum Section {
        STATUS,
        MILESTONES,
        DATES,
        PEOPLE,
        VISIBILITY
    }

    Map<String, String> errors() {
        return errors;
    }

    static int rows(Typed typed) {
        Integer rows = Ints.tryParse(typed.value("rows"));
        return rows == null ? 0 : Math.max(0, Math.min(MOST_ROWS, rows));
    }

    static ImmutableListMultimap<String, String> fill(Section section, Action action, LocalDate today) {
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        switch (section) {
            case STATUS ->
                values.put("status", Links.wire(action.status())).put("date", FormDates.write(PartialDate.of(today)));
            case MILESTONES -> fillMilestones(values, action.content().milestones());
            case DATES -> fillDates(values, action.content().schedule());
            case VISIBILITY -> DisclosureForm.fill(values, action.content().disclosure());
            case PEOPLE -> {
                var roles = action.content().roles();
                roles.lead().ifPresent(lead -> values.put("lead", lead.value()));
                roles.sponsor().ifPresent(sponsor -> values.put("sponsor", sponsor.value()));
                roles.partners().forEach(partner -> values.put("partners", partner.value()));
                roles.units().forEach(unit -> values.put("units", unit.value()));
            }
        }
        return values.build();
    }

    /** What is stored now, in the fields of the form. */
    static ImmutableListMultimap<String, String> stored(Section section, Action action, LocalDate today) {
        if (section != Section.STATUS || action.statuses().isEmpty()) {
            return fill(section, action, today);
        }
        StatusChange last = action.statuses().getLast();
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        values.put("status", Links.wire(last.status()));
        last.reason().ifPresent(reason -> values.put("reason", reason));
        return values.put("date", FormDates.write(PartialDate.of(last.date()))).build();
    }

    private static void fillMilestones(
            ImmutableListMultimap.Builder<String, String> values, List<Milestone> milestones) {
        int row = 0;
        for (Milestone milestone : milestones) {
            row++;
            String prefix = "m" + row + "-";
            values.put(prefix + "code", milestone.code().value());
            values.put(prefix + "title", milestone.title());
            values.put(prefix + "weight", Integer.toString(milestone.weight()));
            milestone.due().ifPresent(due -> values.put(prefix + "due", FormDates.write(due)));
            milestone.done().ifPresent(done -> values.put(prefix + "done", FormDates.write(PartialDate.of(done))));
            milestone.evidence().ifPresent(proof -> values.put(prefix + "evidence", proof.toString()));
        }
        values.put("m" + (row + 1) + "-weight", "1");
        values.put("rows", Integer.toString(row + 1));
    }

    private static void fillDates(ImmutableListMultimap.Builder<String, String> values, Schedule schedule) {
        schedule.planned().start().ifPresent(date -> values.put("planned-start", FormDates.write(date)));
        schedule.planned().end().ifPresent(date -> values.put("planned-end", FormDates.write(date)));
        schedule.actual().start().ifPresent(date -> values.put("actual-start", FormDates.write(date)));
        schedule.actual().end().ifPresent(date -> values.put("actual-end", FormDates.write(date)));
        values.put("recurrence", Links.wire(schedule.recurrence()));
    }

    /** The patch that the form asks for; good only if there are no {@link #errors}. */
    Node patch(Section section, Node entry, LocalDate today, String author) {
        return switch (section) {
            case STATUS -> status(entry, today, author);
            case MILESTONES -> milestones();
            case DATES -> dates();
            case PEOPLE -> people();
            case VISIBILITY -> DisclosureForm.patch(typed);
        };
    }

    private Node status(Node entry, LocalDate today, String author) {
        List<Node> statuses = new ArrayList<>();
        if (entry instanceof Node.Mapping mapping
                && mapping.get("statuses").orElse(NOTHING) instanceof Node.Sequence before) {
            statuses.addAll(before.items());
        }
        Map<String, Node> change = new LinkedHashMap<>();
        change.put("status", Node.text(typed.trimmed("status")));
        date("date")
                .ifPresentOrElse(
                        date -> {
                            if (date.precision() != PartialDate.Precision.DAY) {
                                errors.put("date", words.t("form.day"));
                            } else if (date.firstDay().isAfter(today)) {
                                errors.put("date", words.t("form.future", words.date(today)));
                            }
                            change.put("date", Node.text(date.toString()));
                        },
                        () -> errors.putIfAbsent("date", words.t("form.required")));
        change.put("author", Node.text(author));
        text("reason").ifPresent(reason -> change.put("reason", Node.text(reason)));
        if (typed.trimmed("status").isEmpty()) {
            errors.put("status", words.t("form.choose"));
        }
        statuses.add(Node.mapping(change));
        return Node.mapping(ImmutableMap.of("statuses", Node.sequence(statuses)));
    }

    private Node dates() {
        Map<String, Node> patch = new LinkedHashMap<>();
        patch.put("planned", period("planned"));
        patch.put("actual", period("actual"));
        patch.put(
                "recurrence",
                text("recurrence")
                        .filter(chosen -> !chosen.equals("none"))
                        .<Node>map(Node::text)
                        .orElse(NOTHING));
        return Node.mapping(patch);
    }

    private Node period(String name) {
        Optional<PartialDate> start = date(name + "-start");
        Optional<PartialDate> end = date(name + "-end");
        if (start.isPresent()
                && end.isPresent()
                && end.get().lastDay().isBefore(start.get().firstDay())) {
            errors.putIfAbsent(name + "-end", words.t("form.order"));
        }
        if (start.isEmpty() && end.isEmpty()) {
            return NOTHING;
        }
        return Node.mapping(ImmutableMap.of("start", dateOrNothing(start), "end", dateOrNothing(end)));
    }

    private static Node dateOrNothing(Optional<PartialDate> date) {
        return date.<Node>map(known -> Node.text(known.toString())).orElse(NOTHING);
    }

    private Node people() {
        return Node.mapping(ImmutableMap.of(
                "lead", text("lead").<Node>map(Node::text).orElse(NOTHING),
                "sponsor", text("sponsor").<Node>map(Node::text).orElse(NOTHING),
                "partners", several("partners"),
                "units", several("units")));
    }

    private Node several(String name) {
        return typed.all(name).isEmpty()
                ? NOTHING
                : Node.sequence(typed.all(name).stream().map(Node::text).toList());
    }

    private Node milestones() {
        List<Node> milestones = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        for (int row = 1; row <= rows(typed); row++) {
            codes.add(typed.trimmed("m" + row + "-code"));
        }
        for (int row : kept(typed)) {
            milestones.add(milestone("m" + row + "-", codes));
        }
        return Node.mapping(ImmutableMap.of("milestones", milestones.isEmpty() ? NOTHING : Node.sequence(milestones)));
    }

    /** The numbers of the milestones that stay, in the order of the patch. */
    static List<Integer> kept(Typed typed) {
        List<Integer> kept = new ArrayList<>();
        for (int row = 1; row <= rows(typed); row++) {
            String prefix = "m" + row + "-";
            boolean blank = typed.trimmed(prefix + "code").isEmpty()
                    && typed.trimmed(prefix + "title").isEmpty()
                    && typed.trimmed(prefix + "due").isEmpty()
                    && typed.trimmed(prefix + "done").isEmpty();
            if (!blank && typed.value(prefix + "remove").isEmpty()) {
                kept.add(row);
            }
        }
        return kept;
    }

    private Node milestone(String prefix, Set<String> codes) {
        Map<String, Node> entry = new LinkedHashMap<>();
        entry.put("code", Node.text(code(typed.trimmed(prefix + "code"), codes)));
        text(prefix + "title")
                .ifPresentOrElse(
                        title -> entry.put("title", Node.text(title)),
                        () -> errors.put(prefix + "title", words.t("form.required")));
        date(prefix + "due").ifPresent(due -> entry.put("due", Node.text(due.toString())));
        Integer weight = Ints.tryParse(typed.trimmed(prefix + "weight"));
        if (weight == null || weight < 1 || weight > 1000) {
            errors.put(prefix + "weight", words.t("form.weight"));
        } else {
            entry.put("weight", Node.number(weight));
        }
        date(prefix + "done").ifPresent(done -> {
            if (done.precision() != PartialDate.Precision.DAY) {
                errors.put(prefix + "done", words.t("form.day"));
            }
            entry.put("done", Node.text(done.toString()));
        });
        text(prefix + "evidence").ifPresent(proof -> entry.put("evidence", Node.text(proof)));
        return Node.mapping(entry);
    }

    private static String code(String known, Set<String> codes) {
        if (known.matches(Code.FORM)) {
            return known;
        }
        int number = 1;
        while (!codes.add("m" + number)) {
            number++;
        }
        return "m" + number;
    }

    private Optional<String> text(String name) {
        return Optional.of(typed.trimmed(name).replace("\r\n", "\n")).filter(text -> !text.isEmpty());
    }

    private Optional<PartialDate> date(String name) {
        try {
            return text(name).map(FormDates::parse);
        } catch (IllegalArgumentException notADate) {
            errors.put(name, words.t("form.date"));
            return Optional.empty();
        }
    }
}
