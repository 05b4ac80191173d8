package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;

/**
 * What a plan says of one of its territories: that it is engaged, has a plan of its own, a dedicated officer, an
 * expertise. Territory, kind and domain together are unique in the plan.
 *
 * @param territory the territory's code
 * @param kind how it is engaged
 * @param domain the domain of an expertise, from the reference list of domains
 * @param since when it began, if known
 * @param note a remark
 * @param statements the plan's sentences it rests on
 */
public record Engagement(
        Code territory,
        Kind kind,
        Optional<Code> domain,
        Optional<PartialDate> since,
        Optional<String> note,
        ImmutableList<Statement> statements) {

    /** How a territory is engaged. */
    public enum Kind {
        ENGAGED,
        /** It has a local plan against discriminations (PLCD). */
        LOCAL_PLAN,
        /** It has an officer for the subject (chargé de mission). */
        OFFICER,
        EXPERTISE,
        MEMBER
    }

    public Engagement {
        requireNonNull(territory, "territory");
        requireNonNull(kind, "kind");
        requireNonNull(domain, "domain");
        requireNonNull(since, "since");
        Texts.checkText(note, "note");
        requireNonNull(statements, "statements");
    }

    /** What makes it unique in its plan. */
    public String key() {
        return territory + "/" + Texts.word(kind)
                + domain.map(known -> "/" + known).orElse("");
    }
}
