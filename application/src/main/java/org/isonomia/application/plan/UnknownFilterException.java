package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import org.isonomia.domain.kernel.Code;

/**
 * A list was to be filtered by something that does not exist. Refused rather than answered with nothing: an empty list would
 * say that there are no such actions.
 */
public final class UnknownFilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String filter;

    UnknownFilterException(String filter, Code code) {
        super("no " + filter + " has this code: " + code);
        this.filter = requireNonNull(filter, "filter");
    }

    /** By what was filtered: axis, lead, territory. */
    public String filter() {
        return filter;
    }
}
