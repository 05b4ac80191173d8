package org.isonomia.application.access;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.application.journal.Deed;
import org.isonomia.domain.access.Actor;

/**
 * Who calls a use case. The caller of this library says so and vouches for it; what they may do is decided here.
 *
 * @param actor who asks
 * @param requestId the request, as logs name it; 1 to 100 characters
 * @param reason why they call, for the journal, where the use case has no reason of its own
 */
public record Caller(Actor actor, String requestId, Optional<String> reason) {

    /** Somebody of whom nothing is known, in no request that matters. */
    public static final Caller PUBLIC = new Caller(Actor.PUBLIC, "-");

    public Caller {
        requireNonNull(actor, "actor");
        requireNonNull(reason, "reason");
        checkArgument(
                !requestId.isBlank() && requestId.length() <= 100,
                "requestId must be 1 to 100 characters, not %s",
                requestId.length());
    }

    /** Somebody who says no reason. */
    public Caller(Actor actor, String requestId) {
        this(actor, requestId, Optional.empty());
    }

    /** The same, who calls for this reason. */
    public Caller because(String why) {
        return new Caller(actor, requestId, Optional.of(why));
    }

    /**
     * What they do, as the journal tells it.
     *
     * @param useCase what
     * @param why the use case's own reason, which goes before theirs
     */
    public Deed deed(UseCase useCase, Optional<String> why) {
        return new Deed(actor, requestId, useCase.word(), why.or(this::reason));
    }
}
