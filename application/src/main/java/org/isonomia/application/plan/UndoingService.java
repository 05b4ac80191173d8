package org.isonomia.application.plan;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Mapping;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Plan;

final class UndoingService implements Undoing {

    private final Gateway gateway;
    private final Caller caller;
    private final Function<Caller, PlanEditing> editing;

    UndoingService(Gateway gateway, Caller caller, Function<Caller, PlanEditing> editing) {
        this.gateway = gateway;
        this.caller = caller;
        this.editing = editing;
    }

    /** What is to be undone: what the entry tells, and what else the change needs. */
    private record Undo(
            Organisation organisation,
            Caller caller,
            Optional<Mapping> before,
            Optional<Mapping> after,
            Optional<AmendmentNote> amendment) {

        Mapping left() {
            return after.orElse(Node.mapping(ImmutableMap.of()));
        }

        Mapping found() {
            return before.orElse(Node.mapping(ImmutableMap.of()));
        }

        Edit to(int version, Node patch) {
            return new Edit(OptionalInt.of(version), patch, amendment);
        }
    }

    @Override
    public boolean undoes(Subject subject) {
        String kind = subject.path().substring(0, subject.path().indexOf('/'));
        return kind.equals("action") || kind.equals("plan") || directory(kind).isPresent();
    }

    private static Optional<Directory> directory(String kind) {
        return Stream.of(Directory.values())
                .filter(directory -> Fields.wordOf(directory).equals(kind))
                .findFirst();
    }

    @Override
    public void undo(Code code, long sequence, Node payload, Optional<AmendmentNote> amendment) {
        Organisation organisation = gateway.organisation(code);
        Recorded recorded = gateway.read(
                        caller,
                        UseCase.READ_JOURNAL,
                        organisation,
                        room -> room.stores().journal().find(sequence))
                .orElseThrow(() -> new NotFoundException("the journal has no entry " + sequence));
        if (recorded.payload().isEmpty()) {
            throw refused("what entry " + sequence + " told was erased");
        }
        if (!(payload instanceof Mapping told)
                || !CanonicalJson.write(told).equals(recorded.payload().get().text())) {
            throw new IllegalArgumentException("not the payload of entry " + sequence);
        }
        Undo undo = new Undo(
                organisation,
                caller.because("undoes entry " + sequence),
                side(told, "before", "after"),
                side(told, "after", "before"),
                amendment);
        List<String> path =
                Splitter.on('/').splitToList(recorded.entry().subject().path());
        switch (path.getFirst()) {
            case "action" -> action(undo, new PlanKey(code, new Code(path.get(1))), new Code(path.get(2)));
            case "plan" -> plan(undo, new PlanKey(code, new Code(path.get(1))));
            default ->
                entry(
                        undo,
                        directory(path.getFirst()).orElseThrow(() -> refused("a change of this kind cannot be undone")),
                        new Code(path.get(1)));
        }
    }

    /**
     * One side of a change. Payloads leave out what is empty: nothing was there at all only if the other side is a whole entry,
     * which its code tells, for codes never change.
     */
    private static Optional<Mapping> side(Mapping told, String name, String other) {
        Optional<Mapping> side = told.get(name).map(Mapping.class::cast);
        boolean whole = told.get(other)
                .map(Mapping.class::cast)
                .flatMap(entry -> entry.get("code"))
                .isPresent();
        return side.isPresent() || whole ? side : Optional.of(Node.mapping(ImmutableMap.of()));
    }

    private void action(Undo undo, PlanKey key, Code code) {
        PlanEditing edits = editing.apply(undo.caller());
        if (undo.after().isEmpty()) {
            edits.addAction(key, new Edit(OptionalInt.empty(), undo.found(), undo.amendment()));
            return;
        }
        Action now = gateway.read(
                        undo.caller(),
                        UseCase.READ_PLAN,
                        undo.organisation(),
                        room -> room.stores()
                                .plans()
                                .find(key.plan())
                                .flatMap(plan -> room.stores().actions().find(plan.id(), code)))
                .orElseThrow(() -> new NotFoundException("no action has this code any more: " + code));
        expectAsLeft(undo, ActionFormat.write(now));
        if (undo.before().isEmpty()) {
            edits.removeAction(key, code, undo.to(now.version(), Node.mapping(ImmutableMap.of())));
        } else {
            edits.changeActions(
                    key,
                    ImmutableList.of(new PlanEditing.ActionEdit(
                            code, OptionalInt.of(now.version()), Node.patchTo(undo.left(), undo.found()))),
                    undo.amendment());
        }
    }

    private void plan(Undo undo, PlanKey key) {
        Mapping back = Node.patchTo(undo.left(), undo.found());
        if (undo.before().isEmpty()
                || undo.after().isEmpty()
                || Stream.of("axes", "engagements", "status")
                        .anyMatch(name -> back.get(name).isPresent())) {
            throw refused("only fields of the plan itself are undone: not its status, its axes or its engagements");
        }
        Plan now = gateway.read(
                        undo.caller(),
                        UseCase.READ_PLAN,
                        undo.organisation(),
                        room -> room.stores().plans().find(key.plan()))
                .orElseThrow(() -> new NotFoundException("no plan has this code any more: " + key));
        expectAsLeft(undo, PlanFormat.write(now));
        editing.apply(undo.caller()).changePlan(key, undo.to(now.version(), back));
    }

    private void entry(Undo undo, Directory directory, Code code) {
        DirectoryEditing edits = new DirectoryEditingService(gateway, undo.caller());
        Optional<Stored> now = gateway.read(
                undo.caller(),
                UseCase.READ_PLAN,
                undo.organisation(),
                room -> room.stores().directory().find(directory, code));
        Code owner = undo.organisation().code();
        if (undo.after().isEmpty()) {
            boolean added = edits.change(owner, directory, code, undo.to(0, undo.found()));
            if (!added) {
                throw stale();
            }
            return;
        }
        Stored here = now.orElseThrow(() -> new NotFoundException("no entry has this code any more: " + code));
        expectAsLeft(undo, DirectoryFormat.write(here.entry()));
        if (undo.before().isEmpty()) {
            edits.remove(owner, directory, code, undo.to(here.version(), Node.mapping(ImmutableMap.of())));
        } else {
            edits.change(owner, directory, code, undo.to(here.version(), Node.patchTo(undo.left(), undo.found())));
        }
    }

    private static void expectAsLeft(Undo undo, Mapping now) {
        boolean same = undo.before().isEmpty()
                ? CanonicalJson.write(now).equals(CanonicalJson.write(undo.left()))
                : UndoPatch.isAsLeft(now, undo.found(), undo.left());
        if (!same) {
            throw stale();
        }
    }

    private static StaleAggregateException stale() {
        return new StaleAggregateException("what was changed then was changed again since: change it by hand");
    }

    private static RuleViolationException refused(String why) {
        return new RuleViolationException(Violation.of(NOT_UNDOABLE, why));
    }
}
