package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Optional;
import java.util.function.Predicate;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;

/**
 * Who may see an action, and which of its fields fewer people may see.
 *
 * @param visibility who may see the action at all
 * @param hidden the fields that only these may see; never {@link Visibility#PUBLIC}. A field that is absent is as visible as
 *     the action, and none is more visible than it
 */
public record Disclosure(Visibility visibility, ImmutableMap<Hideable, Visibility> hidden) {

    /** Everybody sees everything. */
    public static final Disclosure PUBLIC = new Disclosure(Visibility.PUBLIC, ImmutableMap.of());

    public Disclosure {
        requireNonNull(visibility, "visibility");
        checkArgument(!hidden.containsValue(Visibility.PUBLIC), "nothing is hidden from nobody: %s", hidden);
        hidden = Maps.immutableEnumMap(hidden);
    }

    /** Whether everybody sees everything. */
    public boolean isOpen() {
        return equals(PUBLIC);
    }

    /**
     * Whether everybody may see all of an action: its plan, the action with its fields, and each action that it links to.
     *
     * @param open the codes of the plan's actions that everybody may see
     */
    public static boolean isOpen(Plan plan, Action action, ImmutableSet<Code> open) {
        return plan.content().profile().visibility() == Visibility.PUBLIC
                && action.content().disclosure().isOpen()
                && action.content().links().stream().map(ActionLink::target).allMatch(open::contains);
    }

    /** What somebody sees of an action: nothing, or the action without the fields that are hidden from them. */
    public static Optional<Action> seen(Action action, Sight sight) {
        Disclosure disclosure = action.content().disclosure();
        if (sight.isComplete() || disclosure.isOpen()) {
            return Optional.of(action);
        }
        ActionRoles roles = action.content().roles();
        Predicate<Visibility> sees = visibility -> sight.sees(visibility, roles.lead(), roles.units());
        return Optional.of(action)
                .filter(known -> sees.test(disclosure.visibility()))
                .map(known -> disclosure.without(known, sees));
    }

    /** The action as whoever sees it sees it, however little else they see: without the fields that fewer people see. */
    public static Action withoutHidden(Action action) {
        return action.content().disclosure().without(action, visibility -> false);
    }

    /** The action, saying nothing of any other action but these. */
    public static Action linkedTo(Action action, ImmutableSet<Code> others) {
        ImmutableList<ActionLink> links = action.content().links().stream()
                .filter(link -> others.contains(link.target()))
                .collect(toImmutableList());
        return links.equals(action.content().links())
                ? action
                : restored(action, action.content().withLinks(links), action.statuses());
    }

    private Action without(Action action, Predicate<Visibility> sees) {
        ImmutableMap<Hideable, Visibility> left = ImmutableMap.copyOf(Maps.filterValues(hidden, sees::test));
        if (left.equals(hidden)) {
            return action;
        }
        Predicate<Hideable> keeps = field -> !hidden.containsKey(field) || left.containsKey(field);
        ActionContent content = action.content();
        return restored(
                action,
                new ActionContent(
                        profile(content.profile(), keeps),
                        content.commitment(),
                        roles(content.roles(), keeps),
                        scope(content.scope(), keeps),
                        content.schedule(),
                        keeps.test(Hideable.EVIDENCE) ? content.milestones() : withoutEvidence(content.milestones()),
                        content.links(),
                        keeps.test(Hideable.DOCUMENTS) ? content.documents() : ImmutableList.of(),
                        new Disclosure(visibility, left)),
                keeps.test(Hideable.REASONS) ? action.statuses() : withoutReasons(action.statuses()));
    }

    private static ActionProfile profile(ActionProfile profile, Predicate<Hideable> keeps) {
        return new ActionProfile(
                profile.title(),
                profile.kind(),
                profile.description().filter(text -> keeps.test(Hideable.DESCRIPTION)),
                profile.objective().filter(text -> keeps.test(Hideable.OBJECTIVE)),
                profile.weight());
    }

    private static ActionRoles roles(ActionRoles roles, Predicate<Hideable> keeps) {
        return new ActionRoles(
                roles.lead(),
                roles.sponsor().filter(code -> keeps.test(Hideable.SPONSOR)),
                roles.units(),
                keeps.test(Hideable.PARTNERS) ? roles.partners() : ImmutableSet.of());
    }

    private static ActionScope scope(ActionScope scope, Predicate<Hideable> keeps) {
        return new ActionScope(
                keeps.test(Hideable.AUDIENCES) ? scope.audiences() : ImmutableSet.of(),
                scope.territories(),
                scope.criteria(),
                scope.domains());
    }

    private static ImmutableList<Milestone> withoutEvidence(ImmutableList<Milestone> milestones) {
        return milestones.stream().map(Milestone::withoutEvidence).collect(toImmutableList());
    }

    private static ImmutableList<StatusChange> withoutReasons(ImmutableList<StatusChange> statuses) {
        return statuses.stream().map(StatusChange::withoutReason).collect(toImmutableList());
    }

    private static Action restored(Action action, ActionContent content, ImmutableList<StatusChange> statuses) {
        return Action.restore(new Action.Snapshot(
                action.id(), action.plan(), action.code(), action.axis(), content, statuses, action.version()));
    }
}
