package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.Violation;

/**
 * Everything an action says of itself but its statuses.
 *
 * @param profile what it is
 * @param commitment what was promised
 * @param roles who carries it
 * @param scope for whom, where, about what
 * @param schedule when
 * @param milestones its steps, in order; codes are unique
 * @param links its relations to other actions
 * @param documents documents about it
 * @param disclosure who may see it, and what of it
 */
public record ActionContent(
        ActionProfile profile,
        Commitment commitment,
        ActionRoles roles,
        ActionScope scope,
        Schedule schedule,
        ImmutableList<Milestone> milestones,
        ImmutableList<ActionLink> links,
        ImmutableList<DocumentLink> documents,
        Disclosure disclosure) {
    public ActionContent {
        requireNonNull(profile, "profile");
        requireNonNull(commitment, "commitment");
        requireNonNull(roles, "roles");
        requireNonNull(scope, "scope");
        requireNonNull(schedule, "schedule");
        requireNonNull(milestones, "milestones");
        requireNonNull(links, "links");
        requireNonNull(documents, "documents");
        requireNonNull(disclosure, "disclosure");
    }

    /** What everybody may see. */
    public ActionContent(
            ActionProfile profile,
            Commitment commitment,
            ActionRoles roles,
            ActionScope scope,
            Schedule schedule,
            ImmutableList<Milestone> milestones,
            ImmutableList<ActionLink> links,
            ImmutableList<DocumentLink> documents) {
        this(profile, commitment, roles, scope, schedule, milestones, links, documents, Disclosure.PUBLIC);
    }

    /** An action of which only profile and commitment are known. */
    public static ActionContent of(ActionProfile profile, Commitment commitment) {
        return new ActionContent(
                profile,
                commitment,
                ActionRoles.NONE,
                ActionScope.UNSAID,
                Schedule.UNKNOWN,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of());
    }

    /** The same content with other milestones. */
    public ActionContent withMilestones(ImmutableList<Milestone> other) {
        return new ActionContent(profile, commitment, roles, scope, schedule, other, links, documents, disclosure);
    }

    /** The same content with another schedule. */
    public ActionContent withSchedule(Schedule other) {
        return new ActionContent(profile, commitment, roles, scope, other, milestones, links, documents, disclosure);
    }

    /** The same content with other links. */
    public ActionContent withLinks(ImmutableList<ActionLink> other) {
        return new ActionContent(profile, commitment, roles, scope, schedule, milestones, other, documents, disclosure);
    }

    /** The same content, for others to see. */
    public ActionContent withDisclosure(Disclosure other) {
        return new ActionContent(profile, commitment, roles, scope, schedule, milestones, links, documents, other);
    }

    /** What is wrong with the parts taken together, for an action of this code. */
    public ImmutableList<Violation> violations(Code code) {
        return violations(Optional.of(code), milestones, links);
    }

    /**
     * What is wrong with milestones and links taken together, also where nothing else of the action is known.
     *
     * @param code the action's code, without which no link is known to lead to the action itself
     */
    public static ImmutableList<Violation> violations(
            Optional<Code> code, List<Milestone> milestones, List<ActionLink> links) {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        Set<Code> codes = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            Milestone milestone = milestones.get(i);
            if (!codes.add(milestone.code())) {
                found.add(
                        Violation.of(PlanViolations.DUPLICATE_CODE, "milestone code is used twice: " + milestone.code())
                                .with("value", milestone.code().value())
                                .with("expected", "a code that no other milestone of the action has")
                                .with("pointer", "/milestones/" + i + "/code"));
            }
        }
        Set<ActionLink> seen = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            ActionLink link = links.get(i);
            if (code.equals(Optional.of(link.target())) || !seen.add(link)) {
                found.add(Violation.of(
                                PlanViolations.BAD_LINK,
                                "an action links neither to itself nor twice to the same: " + link.target())
                        .with("value", link.target().value())
                        .with("expected", "another action, each once")
                        .with("pointer", "/links/" + i + "/action"));
            }
        }
        return found.build();
    }
}
