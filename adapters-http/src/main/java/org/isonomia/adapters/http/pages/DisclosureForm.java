package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableListMultimap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.pages.EditForms.Section;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Hideable;

/** The form that says who may see an action and its fields. */
final class DisclosureForm {

    static final String VISIBILITY = "visibility";
    static final String HIDDEN = "hidden";
    static final String AMENDMENT = "amendment";

    private static final Node NOTHING = Node.nothing();

    private DisclosureForm() {}

    /** The name of the input that says who may see a field. */
    static String input(Hideable field) {
        return HIDDEN + "-" + Links.wire(field);
    }

    static void fill(ImmutableListMultimap.Builder<String, String> values, Disclosure disclosure) {
        values.put(VISIBILITY, Links.wire(disclosure.visibility()));
        disclosure.hidden().forEach((field, circle) -> values.put(input(field), Links.wire(circle)));
    }

    /** Why a voted action is shown or withdrawn, if the form says so. */
    static Optional<AmendmentNote> amendment(Section section, Typed typed, LocalDate today) {
        return Optional.of(typed.trimmed(AMENDMENT))
                .filter(reason -> section == Section.VISIBILITY && !reason.isEmpty())
                .map(reason -> new AmendmentNote(today, reason, Optional.empty()));
    }

    static Node patch(Typed typed) {
        Map<String, Node> hidden = new LinkedHashMap<>();
        for (Hideable field : Hideable.values()) {
            hidden.put(Links.wire(field), chosen(typed, input(field)).orElse(NOTHING));
        }
        Map<String, Node> patch = new LinkedHashMap<>();
        patch.put(
                VISIBILITY,
                chosen(typed, VISIBILITY)
                        .filter(node -> !node.equals(Node.text(Links.wire(Visibility.PUBLIC))))
                        .orElse(NOTHING));
        patch.put(HIDDEN, Node.mapping(hidden));
        return Node.mapping(patch);
    }

    private static Optional<Node> chosen(Typed typed, String input) {
        return Optional.of(typed.trimmed(input)).filter(text -> !text.isEmpty()).map(Node::text);
    }
}
