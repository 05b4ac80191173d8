package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.Texts;

/**
 * A change to what was voted: to an axis, to what an action commits to, to the means.
 *
 * @param date the day it was decided
 * @param reason why
 * @param deliberation the reference of the resolution that decided it, if one did
 * @param author who entered it
 * @param changes what changed, one line each, such as {@code action 1.2: commitment}; at least one
 */
public record Amendment(
        LocalDate date, String reason, Optional<String> deliberation, String author, ImmutableList<String> changes) {
    public Amendment {
        requireNonNull(date, "date");
        Texts.checkText(reason, "reason");
        Texts.checkTitle(deliberation, "deliberation");
        Texts.checkTitle(author, "author");
        checkArgument(!changes.isEmpty(), "an amendment changes something");
        changes.forEach(change -> Texts.checkText(change, "changes"));
    }
}
