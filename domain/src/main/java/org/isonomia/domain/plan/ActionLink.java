package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import org.isonomia.domain.kernel.Code;

/**
 * A relation from one action to another of the same plan.
 *
 * @param kind which relation
 * @param target the other action's code
 */
public record ActionLink(Kind kind, Code target) {

    /** How one action relates to another. */
    public enum Kind {
        SUPPORTS,
        /** Cannot go on before the other; no circles. */
        DEPENDS_ON,
        COMPLEMENTS
    }

    public ActionLink {
        requireNonNull(kind, "kind");
        requireNonNull(target, "target");
    }
}
