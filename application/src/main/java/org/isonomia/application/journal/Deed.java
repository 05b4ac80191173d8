package org.isonomia.application.journal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.domain.access.Actor;

/**
 * What somebody did, as the journal tells it beside each change.
 *
 * @param actor who
 * @param requestId in which request
 * @param useCase what, in lower case with hyphens
 * @param reason why, if somebody said so
 */
public record Deed(Actor actor, String requestId, String useCase, Optional<String> reason) {
    public Deed {
        requireNonNull(actor, "actor");
        requireNonNull(requestId, "requestId");
        requireNonNull(useCase, "useCase");
        requireNonNull(reason, "reason");
    }
}
