package org.isonomia.application.plan;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Hideable;

/** Who may see an entry and its fields, read and written: nothing where everybody may see everything. */
final class DisclosureFormat {

    private static final String VISIBILITY = "visibility";
    private static final String HIDDEN = "hidden";

    private DisclosureFormat() {}

    static Visibility visibility(Fields fields) {
        return fields.word(VISIBILITY, Visibility.class).orElse(Visibility.PUBLIC);
    }

    static Disclosure read(Fields fields) {
        Visibility visibility = visibility(fields);
        Optional<ImmutableMap<Hideable, Visibility>> hidden = fields.mapping(HIDDEN, DisclosureFormat::hidden);
        return new Disclosure(visibility, hidden.orElse(ImmutableMap.of()));
    }

    private static Optional<ImmutableMap<Hideable, Visibility>> hidden(Fields fields) {
        ImmutableMap.Builder<Hideable, Visibility> hidden = ImmutableMap.builder();
        for (Hideable field : Hideable.values()) {
            String key = Fields.wordOf(field);
            Optional<Visibility> visibility = fields.word(key, Visibility.class);
            visibility
                    .filter(Visibility.PUBLIC::equals)
                    .ifPresent(nobody -> fields.problems()
                            .add(
                                    fields.pointer(key),
                                    fields.position(key),
                                    DocumentViolations.NOT_ONE_OF,
                                    "public",
                                    "organisation, leads, or nothing: what is hidden is not public"));
            visibility.filter(circle -> circle != Visibility.PUBLIC).ifPresent(circle -> hidden.put(field, circle));
        }
        return fields.make(hidden::buildOrThrow);
    }

    static void write(MappingWriter out, Visibility visibility) {
        if (visibility != Visibility.PUBLIC) {
            out.word(VISIBILITY, visibility);
        }
    }

    static void write(MappingWriter out, Disclosure disclosure) {
        write(out, disclosure.visibility());
        MappingWriter hidden = new MappingWriter();
        disclosure.hidden().forEach((field, circle) -> hidden.word(Fields.wordOf(field), circle));
        out.mapping(HIDDEN, hidden.build());
    }
}
