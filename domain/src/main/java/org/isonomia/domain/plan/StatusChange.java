package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;

/**
 * A status somebody declared of an action.
 *
 * @param status which
 * @param date from which day it holds
 * @param author who declared it
 * @param reason why; required for suspended and abandoned
 * @param withheld whether there is a required reason that is not shown here
 */
public record StatusChange(
        DeclaredStatus status, LocalDate date, String author, Optional<String> reason, boolean withheld) {

    /**
     * @throws RuleViolationException if the status needs a reason and there is none
     * @throws IllegalArgumentException if a text is blank or too long
     */
    public StatusChange {
        requireNonNull(status, "status");
        requireNonNull(date, "date");
        Texts.checkTitle(author, "author");
        Texts.checkText(reason, "reason");
        if (status.needsReason() && reason.isEmpty() && !withheld) {
            throw new RuleViolationException(
                    Violation.of(PlanViolations.REASON_REQUIRED, "say why the action is " + Texts.word(status))
                            .with("status", Texts.word(status)));
        }
    }

    /**
     * A status with whatever reason was given.
     *
     * @throws RuleViolationException if the status needs a reason and there is none
     */
    public StatusChange(DeclaredStatus status, LocalDate date, String author, Optional<String> reason) {
        this(status, date, author, reason, false);
    }

    /** This status without its reason. */
    public StatusChange withoutReason() {
        return new StatusChange(status, date, author, Optional.empty(), status.needsReason());
    }
}
