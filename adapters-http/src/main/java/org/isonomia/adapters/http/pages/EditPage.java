package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.plan.Hideable;

/**
 * A form to change one side of an action.
 *
 * @param frame what is around it
 * @param head what every such form has
 * @param typed what its fields hold, and what is wrong with it
 * @param people the functions that can be chosen
 * @param partners the partners that can be chosen
 * @param units the units that can be chosen
 */
public record EditPage(
        Frame frame,
        FormHead head,
        Typed typed,
        ImmutableList<Badge> people,
        ImmutableList<Badge> partners,
        ImmutableList<Badge> units) {

    /** The numbers of the milestones, the empty one for a new milestone last. */
    public ImmutableList<Integer> rows() {
        ImmutableList.Builder<Integer> rows = ImmutableList.builder();
        for (int row = 1; row <= EditForms.rows(typed); row++) {
            rows.add(row);
        }
        return rows.build();
    }

    /** What is wrong, with the name of the field that it is wrong with. */
    public String problem(String field, String message) {
        Words words = frame.words();
        return field.isEmpty()
                ? message
                : words.t("filter.badge", new StaleLabels(words, ImmutableList.of()).of(field), message);
    }

    /** Who may see the action, who may now chosen. */
    public ImmutableList<Pick> visibilities() {
        return Stream.of(Visibility.values())
                .map(circle -> pick(DisclosureForm.VISIBILITY, circle))
                .collect(toImmutableList());
    }

    /** The name of the input that says who may see a field. */
    public String hiding(Hideable field) {
        return DisclosureForm.input(field);
    }

    /** Who alone may see a field. */
    public ImmutableList<Pick> hidings(Hideable field) {
        String input = DisclosureForm.input(field);
        return Stream.concat(
                        Stream.of(new Pick(
                                "",
                                frame.words().t("form.hidden.not"),
                                typed.value(input).isEmpty())),
                        Stream.of(Visibility.ORGANISATION, Visibility.LEADS).map(circle -> pick(input, circle)))
                .collect(toImmutableList());
    }

    private Pick pick(String input, Visibility circle) {
        String value = Links.wire(circle);
        return new Pick(value, frame.words().label(circle), value.equals(typed.value(input)));
    }

    /** The functions, the one that leads or sponsors chosen. */
    public ImmutableList<Pick> functions(String name) {
        ImmutableList.Builder<Pick> picks = ImmutableList.builder();
        picks.add(new Pick("", frame.words().t("unknown"), typed.value(name).isEmpty()));
        people.forEach(each ->
                picks.add(new Pick(each.href(), each.label(), each.href().equals(typed.value(name)))));
        return picks.build();
    }
}
