package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.Texts;

/**
 * A step of an action that is either done or not.
 *
 * @param code its code, unique in the action
 * @param title what is to be reached
 * @param weight its share of the action, 1 to 1000
 * @param due by when; the last day of a month or a year counts
 * @param done the day it was reached; empty while it is not
 * @param evidence where the proof lies, http or https
 */
public record Milestone(
        Code code,
        String title,
        int weight,
        Optional<PartialDate> due,
        Optional<LocalDate> done,
        Optional<URI> evidence) {
    public Milestone {
        requireNonNull(code, "code");
        Texts.checkTitle(title, "title");
        checkArgument(weight >= 1 && weight <= 1000, "weight must be 1 to 1000: %s", weight);
        requireNonNull(due, "due");
        requireNonNull(done, "done");
        requireNonNull(evidence, "evidence");
        evidence.ifPresent(Texts::checkLink);
    }

    /** This milestone, reached on a day, with the proof if there is one. */
    public Milestone reached(LocalDate day, Optional<URI> proof) {
        return new Milestone(code, title, weight, due, Optional.of(day), proof.or(() -> evidence));
    }

    /** This milestone without its proof. */
    public Milestone withoutEvidence() {
        return new Milestone(code, title, weight, due, done, Optional.empty());
    }
}
