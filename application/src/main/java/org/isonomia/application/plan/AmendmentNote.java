package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.plan.Amendment;

/**
 * Why what was voted is changed: given with a change to a binding plan, it becomes an {@link Amendment}.
 *
 * @param date the day it was decided
 * @param reason why
 * @param deliberation the reference of the resolution that decided it
 */
public record AmendmentNote(LocalDate date, String reason, Optional<String> deliberation) {
    public AmendmentNote {
        requireNonNull(date, "date");
        Texts.checkText(reason, "reason");
        Texts.checkTitle(deliberation, "deliberation");
    }

    Amendment toAmendment(String author, ImmutableList<String> changes) {
        return new Amendment(date, reason, deliberation, author, changes);
    }
}
