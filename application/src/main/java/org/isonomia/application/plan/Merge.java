package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.Fields;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.AmendmentPolicy;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.PlanViolations;

/**
 * A document laid over what is stored: the state before, the state after, and how to get from one to the other.
 *
 * @param before what is stored
 * @param after what will be
 * @param changes what differs
 */
record Merge(PlanState before, PlanState after, ImmutableList<PlanExchange.Change> changes) {

    /**
     * Why, and by whom.
     *
     * @param amendment the amendment, if there is one
     * @param author who imports
     */
    record Note(Optional<AmendmentNote> amendment, String author) {}

    /**
     * @throws RuleViolationException if an amendment is missing, a history is rewritten or a status steps back
     */
    static Merge plan(
            PlanState before,
            PlanDocument document,
            Organisation organisation,
            IdSource ids,
            Note note,
            LocalDate day) {
        List<Violation> violations = new ArrayList<>();
        PlanContent content = document.plan().with(document.axes(), document.engagements());
        PlanId id = before.plan().map(Plan::id).orElseGet(() -> new PlanId(ids.next()));
        ImmutableList<Action> actions = actions(before, document, id, ids, violations);
        violations.addAll(document.happenedAfter(day, before));
        Plan plan = before.plan()
                .map(stored -> revised(before, document, actions, note, day, violations))
                .orElseGet(() -> Plan.restore(new Plan.Snapshot(
                        id,
                        document.plan().code(),
                        content,
                        document.plan().status(),
                        document.plan().amendments(),
                        0)));
        RuleViolationException.throwIfAny(violations);
        PlanState after = new PlanState(
                Optional.of(organisation), Optional.of(plan), actions, entries(before, document), before.alone());
        return new Merge(before, after, PlanExchangeService.difference(before.toDocument(), after.toDocument()));
    }

    private static ImmutableList<Action> actions(
            PlanState before, PlanDocument document, PlanId plan, IdSource ids, List<Violation> violations) {
        ImmutableMap<Code, Action> stored = PlanExchangeService.byCode(before.actions(), Action::code);
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < document.actions().size(); i++) {
            ActionEntry entry = document.actions().get(i);
            Action known = stored.get(entry.code());
            try {
                actions.add(known == null ? entry.toAction(new ActionId(ids.next()), plan) : entry.over(known));
            } catch (RuleViolationException e) {
                String pointer = "/actions/" + i;
                e.violations()
                        .forEach(violation -> violations.add(violation.with(Map.of(
                                "pointer",
                                pointer + violation.pointer().orElse(""),
                                "subject",
                                entry.code().value()))));
                Optional.ofNullable(known).ifPresent(actions::add);
            }
        }
        actions.sort(Comparator.comparing(Action::code));
        return ImmutableList.copyOf(actions);
    }

    private static Voted voted(PlanState before, PlanDocument document, PlanContent content, List<Action> actions) {
        ImmutableMap<Code, Action> now = PlanExchangeService.byCode(actions, Action::code);
        ImmutableMap<Code, Action> old = PlanExchangeService.byCode(before.actions(), Action::code);
        Map<Code, String> pointers = new HashMap<>();
        for (int i = 0; i < document.actions().size(); i++) {
            pointers.put(document.actions().get(i).code(), "/actions/" + i);
        }
        ImmutableList.Builder<Voted> voted = ImmutableList.builder();
        voted.add(Voted.inDocument(before.plan().orElseThrow().content(), content));
        actions.forEach(action -> voted.add(Voted.inAction(
                Optional.ofNullable(old.get(action.code())),
                Optional.of(action),
                Optional.ofNullable(pointers.get(action.code())))));
        before.actions().stream()
                .filter(action -> !now.containsKey(action.code()))
                .forEach(action ->
                        voted.add(Voted.inAction(Optional.of(action), Optional.empty(), Optional.of("/actions"))));
        return Voted.all(voted.build());
    }

    private static Plan revised(
            PlanState before,
            PlanDocument document,
            ImmutableList<Action> actions,
            Note note,
            LocalDate day,
            List<Violation> violations) {
        Plan stored = before.plan().orElseThrow();
        PlanContent content = document.plan().with(document.axes(), document.engagements());
        Voted voted = voted(before, document, content, actions);
        Optional<Amendment> amendment =
                stored.status().isBinding() && !voted.changes().isEmpty()
                        ? note.amendment().map(why -> why.toAmendment(note.author(), voted.changes()))
                        : Optional.empty();
        amendment.ifPresent(
                made -> violations.addAll(AmendmentPolicy.dateViolations(made.date(), stored.content(), day)));
        boolean differs = !stored.content().equals(content);
        if (differs || !snapshots(before.actions()).equals(snapshots(actions))) {
            violations.addAll(voted.violations(stored.status(), amendment));
        }
        refuseUnknownAmendments(stored, document, violations);
        if (!violations.isEmpty()) {
            return stored;
        }
        Plan revised = differs ? stored.revise(content, amendment) : stored.amended(amendment);
        return advanced(revised, document.plan().status(), violations);
    }

    private static ImmutableList<Action.Snapshot> snapshots(ImmutableList<Action> actions) {
        return actions.stream().map(Action::snapshot).collect(toImmutableList());
    }

    private static void refuseUnknownAmendments(Plan stored, PlanDocument document, List<Violation> violations) {
        ImmutableList<Amendment> named = document.plan().amendments();
        for (int i = 0; i < named.size(); i++) {
            if (!stored.amendments().contains(named.get(i))) {
                violations.add(PlanExchangeService.misplaced(
                                "/plan/amendments/" + i,
                                "amendments are history, and the plan has none like this; give the reason with the import instead")
                        .with(Map.of(
                                "value",
                                named.get(i).date().toString(),
                                "expected",
                                "one of the " + stored.amendments().size() + " stored, or none")));
            }
        }
    }

    private static Plan advanced(Plan plan, PlanStatus target, List<Violation> violations) {
        Plan at = plan;
        while (at.status() != target && at.status().compareTo(target) < 0) {
            at = at.transitionTo(at.status().next().orElseThrow());
        }
        if (at.status() != target) {
            violations.add(Violation.of(
                            PlanViolations.STATUS_ORDER,
                            "the plan is already " + Fields.wordOf(plan.status()) + " and does not go back to "
                                    + Fields.wordOf(target))
                    .with(Map.of(
                            "pointer",
                            "/plan/status",
                            "value",
                            Fields.wordOf(target),
                            "expected",
                            Fields.wordOf(plan.status()) + " or later")));
        }
        return at;
    }

    private static ImmutableMap<Directory, ImmutableList<DirectoryEntry>> entries(
            PlanState before, PlanDocument document) {
        ImmutableMap.Builder<Directory, ImmutableList<DirectoryEntry>> entries = ImmutableMap.builder();
        document.entries().forEach((directory, wanted) -> {
            Map<Code, DirectoryEntry> all = new LinkedHashMap<>();
            if (!before.alone()) {
                before.entries()
                        .getOrDefault(directory, ImmutableList.of())
                        .forEach(entry -> all.put(entry.code(), entry));
            }
            wanted.forEach(entry -> all.put(entry.code(), entry));
            entries.put(
                    directory,
                    all.values().stream()
                            .sorted(Comparator.comparing(DirectoryEntry::code))
                            .collect(toImmutableList()));
        });
        return entries.buildOrThrow();
    }

    /** Writes what differs. */
    void write(Stores stores) {
        Organisation organisation = after.organisation().orElseThrow();
        if (!before.organisation().equals(after.organisation())) {
            stores.organisations().put(organisation);
        }
        List<DirectoryEntry> put = new ArrayList<>();
        after.entries().forEach((directory, entries) -> {
            ImmutableSet<DirectoryEntry> stored =
                    ImmutableSet.copyOf(before.entries().getOrDefault(directory, ImmutableList.of()));
            entries.stream().filter(entry -> !stored.contains(entry)).forEach(put::add);
        });
        stores.directory().putAll(put);
        writePlan(stores);
        writeActions(stores);
        // Those that refer first: a function names its unit.
        Lists.reverse(List.of(Directory.values())).forEach(directory -> {
            ImmutableList<DirectoryEntry> entries = after.entries().get(directory);
            if (entries == null) {
                return;
            }
            ImmutableSet<Code> kept = entries.stream().map(DirectoryEntry::code).collect(toImmutableSet());
            ImmutableSet<Code> gone = before.entries().getOrDefault(directory, ImmutableList.of()).stream()
                    .map(DirectoryEntry::code)
                    .filter(code -> !kept.contains(code))
                    .collect(toImmutableSet());
            if (!gone.isEmpty()) {
                stores.directory().removeAll(directory, gone);
            }
        });
    }

    private void writePlan(Stores stores) {
        Plan plan = after.plan().orElseThrow();
        if (before.plan().isEmpty()) {
            stores.plans().add(plan);
        } else if (!before.plan().orElseThrow().snapshot().equals(plan.snapshot())) {
            stores.plans().save(plan);
        }
    }

    private void writeActions(Stores stores) {
        ImmutableMap<Code, Action> old = PlanExchangeService.byCode(before.actions(), Action::code);
        ImmutableMap<Code, Action> now = PlanExchangeService.byCode(after.actions(), Action::code);
        PlanId plan = after.plan().orElseThrow().id();
        ImmutableList<Code> gone =
                old.keySet().stream().filter(code -> !now.containsKey(code)).collect(toImmutableList());
        ImmutableList<Action> added = after.actions().stream()
                .filter(action -> !old.containsKey(action.code()))
                .collect(toImmutableList());
        ImmutableList<Action> changed = after.actions().stream()
                .filter(action -> old.containsKey(action.code())
                        && !old.get(action.code()).snapshot().equals(action.snapshot()))
                .collect(toImmutableList());
        if (!gone.isEmpty()) {
            stores.actions().removeAll(plan, gone);
        }
        if (!added.isEmpty()) {
            stores.actions().addAll(added);
        }
        if (!changed.isEmpty()) {
            stores.actions().saveAll(changed);
        }
    }
}
