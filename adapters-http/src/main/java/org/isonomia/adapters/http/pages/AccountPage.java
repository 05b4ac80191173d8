package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.identity.SecondFactors.Enrolment;

/**
 * What somebody sees and changes of their own account.
 *
 * @param frame what is around it
 * @param sessions where they are signed in
 * @param factor what stands with their second factor
 * @param typed what is wrong with what was typed
 * @param done what was done, if anything was
 */
public record AccountPage(
        Frame frame, ImmutableList<SessionRow> sessions, Factor factor, Typed typed, Optional<String> done) {

    /**
     * One of the sessions.
     *
     * @param id its identity
     * @param device what the browser said of itself
     * @param since when it began
     * @param seen when it was last used
     * @param current whether it is the one that asks
     */
    public record SessionRow(String id, String device, String since, String seen, boolean current) {}

    /**
     * What stands with a second factor.
     *
     * @param inUse whether it is asked for
     * @param lacking whether a role demands one that they do not have
     * @param enrolment what an authenticator needs, shown once
     * @param awaitsCode whether the first code is still to come
     * @param recoveryCodes what may be typed instead of codes, shown once
     */
    public record Factor(
            boolean inUse,
            boolean lacking,
            Optional<Enrolment> enrolment,
            boolean awaitsCode,
            ImmutableList<String> recoveryCodes) {}
}
