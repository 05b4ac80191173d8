package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;

/**
 * What a plan says of itself as a whole.
 *
 * @param title its title
 * @param kind what sort of plan
 * @param period when it runs, as far as decided; the end is inclusive
 * @param description a text about it
 * @param illustration whether its follow-up (dates, milestones, statuses) is invented for demonstration; every page that
 *     shows it says so
 * @param statements the plan's sentences that belong to no axis, action, territory or means
 * @param documents documents about the plan
 * @param visibility who may see the plan at all
 */
public record PlanProfile(
        String title,
        Kind kind,
        PartialPeriod period,
        Optional<String> description,
        boolean illustration,
        ImmutableList<Statement> statements,
        ImmutableList<DocumentLink> documents,
        Visibility visibility) {

    /** What sort of plan it is. */
    public enum Kind {
        METROPOLITAN,
        /** A commune's own plan (PLCD). */
        LOCAL,
        /** A territory's plan (PTLCD, PTPD). */
        TERRITORIAL,
        EQUALITY_AT_WORK,
        OTHER
    }

    public PlanProfile {
        Texts.checkTitle(title, "title");
        requireNonNull(kind, "kind");
        requireNonNull(period, "period");
        Texts.checkText(description, "description");
        requireNonNull(statements, "statements");
        requireNonNull(documents, "documents");
        requireNonNull(visibility, "visibility");
    }

    /** A plan that everybody may see. */
    public PlanProfile(
            String title,
            Kind kind,
            PartialPeriod period,
            Optional<String> description,
            boolean illustration,
            ImmutableList<Statement> statements,
            ImmutableList<DocumentLink> documents) {
        this(title, kind, period, description, illustration, statements, documents, Visibility.PUBLIC);
    }

    /** The same plan, for others to see. */
    public PlanProfile withVisibility(Visibility other) {
        return new PlanProfile(title, kind, period, description, illustration, statements, documents, other);
    }
}
