package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Plan;

/** Who names a directory entry. Asked only once a removal was refused: it reads everything. */
final class Users {

    private static final int TOLD = 20;

    private Users() {}

    /** Those that the caller sees to name an entry, in words such as {@code action 1.2 of plan p}; at most the first twenty. */
    static ImmutableList<String> of(Seen seen, Directory directory, Code code) {
        Stores stores = seen.stores();
        Target target = DirectoryFormat.target(directory);
        return Stream.concat(
                        Stream.of(Directory.values())
                                .flatMap(other -> stores.directory().list(other).stream()
                                        .map(Stored::entry)
                                        .filter(entry -> names(entry, target, code))
                                        .map(entry -> DirectoryFormat.sort(other) + " " + entry.code())),
                        seen.plans().stream().flatMap(plan -> of(seen, plan, target, code)))
                .limit(TOLD)
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<String> of(Seen seen, Plan plan, Target target, Code code) {
        Stream<String> itself = Stream.of("plan " + plan.code()).filter(words -> names(plan, target, code));
        Stream<String> actions = seen.stores().actions().list(plan.id(), seen.sight()).stream()
                .filter(action -> names(action, target, code))
                .map(action -> "action " + action.code() + " of plan " + plan.code());
        return Stream.concat(itself, actions);
    }

    private static boolean names(DirectoryEntry entry, Target target, Code code) {
        return refers(
                problems -> DirectoryFormat.read(entry.directory(), DirectoryFormat.write(entry), "", problems),
                target,
                code);
    }

    private static boolean names(Action action, Target target, Code code) {
        return refers(problems -> ActionFormat.read(ActionFormat.write(action), "", problems), target, code);
    }

    private static boolean names(Plan plan, Target target, Code code) {
        return refers(
                problems -> {
                    PlanFormat.read(PlanFormat.write(plan), "", problems);
                    plan.content()
                            .engagements()
                            .forEach(engagement -> PlanFormat.engagement(PlanFormat.write(engagement), "", problems));
                },
                target,
                code);
    }

    /** What an entry refers to is what its reader notes: the one list of references that there is. */
    private static boolean refers(java.util.function.Consumer<Problems> read, Target target, Code code) {
        Problems problems = new Problems();
        read.accept(problems);
        return problems.referred(target).contains(code);
    }
}
