package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.domain.kernel.Texts;

/**
 * What an action is.
 *
 * @param title its title
 * @param kind what sort of action
 * @param description a text about it
 * @param objective what it is to achieve
 * @param weight its share of its axis, 1 to 1000
 */
public record ActionProfile(
        String title, Kind kind, Optional<String> description, Optional<String> objective, int weight) {

    /** What sort of action it is. */
    public enum Kind {
        TRAINING,
        CONFERENCE,
        GUIDE,
        LABEL,
        PLACEMENT,
        MENTORING,
        RESOURCE_CENTRE,
        FUND,
        EVENT,
        CAMPAIGN,
        STUDY,
        NETWORK,
        VICTIM_SUPPORT,
        OTHER
    }

    public ActionProfile {
        Texts.checkTitle(title, "title");
        requireNonNull(kind, "kind");
        Texts.checkText(description, "description");
        Texts.checkText(objective, "objective");
        checkArgument(weight >= 1 && weight <= 1000, "weight must be 1 to 1000: %s", weight);
    }

    /** An action with nothing but a title and a kind, of weight 1. */
    public static ActionProfile of(String title, Kind kind) {
        return new ActionProfile(title, kind, Optional.empty(), Optional.empty(), 1);
    }
}
