package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Plan;

/**
 * Everything of a plan and its organisation's directories.
 *
 * @param organisation the organisation, if it is known
 * @param plan the plan, if it is known
 * @param actions its actions, in natural order of code
 * @param entries the directory entries, in natural order of code
 * @param alone whether the organisation has no other plan
 */
record PlanState(
        Optional<Organisation> organisation,
        Optional<Plan> plan,
        ImmutableList<Action> actions,
        ImmutableMap<Directory, ImmutableList<DirectoryEntry>> entries,
        boolean alone) {

    static final PlanState NOTHING =
            new PlanState(Optional.empty(), Optional.empty(), ImmutableList.of(), ImmutableMap.of(), true);

    static PlanState load(Seen seen, Organisation organisation, Optional<Plan> plan, Code code) {
        Stores stores = seen.stores();
        ImmutableMap.Builder<Directory, ImmutableList<DirectoryEntry>> entries = ImmutableMap.builder();
        for (Directory directory : Directory.values()) {
            entries.put(
                    directory,
                    stores.directory().list(directory).stream()
                            .map(Stored::entry)
                            .collect(toImmutableList()));
        }
        return new PlanState(
                Optional.of(organisation),
                plan,
                plan.map(found -> stores.actions().list(found.id(), seen.sight()))
                        .orElse(ImmutableList.of()),
                entries.buildOrThrow(),
                stores.plans().list().stream().allMatch(other -> other.code().equals(code)));
    }

    Node.Mapping toDocument() {
        MappingWriter out = new MappingWriter().text("isonomia", PlanDocument.HEADER);
        organisation.ifPresent(found -> out.mapping("organisation", PlanDocument.write(found)));
        plan.ifPresent(found -> out.mapping("plan", PlanFormat.write(found))
                .list(
                        "axes",
                        found.axes().asList().stream().map(PlanFormat::write).toList())
                .list("actions", actions.stream().map(ActionFormat::write).toList())
                .list(
                        "engagements",
                        found.content().engagements().stream()
                                .map(PlanFormat::write)
                                .toList()));
        for (Directory directory : Directory.values()) {
            out.list(
                    DirectoryFormat.key(directory),
                    entries.getOrDefault(directory, ImmutableList.of()).stream()
                            .map(DirectoryFormat::write)
                            .toList());
        }
        return out.build();
    }
}
