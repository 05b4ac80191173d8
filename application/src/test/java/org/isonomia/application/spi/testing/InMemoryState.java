package org.isonomia.application.spi.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.isonomia.application.spi.AnswerRepository.Kept;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.NetworkRepository.StoredShare;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanId;

/** What one organisation has. Plans, actions and entries are immutable, so a copy of the maps is a copy of all. */
record InMemoryState(
        Map<PlanId, Plan> plans,
        Map<ActionId, Action> actions,
        Map<EntryKey, Stored> entries,
        List<Recorded> journal,
        List<SignedHead> heads,
        Map<Digest, Kept> answers,
        Map<OrganisationId, NetworkMembership> memberships,
        Map<ShareKey, StoredShare> shares) {

    /** What makes an entry unique. */
    record EntryKey(Directory directory, Code code) {}

    /** What makes a share unique. */
    record ShareKey(PlanId plan, OrganisationId with) {}

    InMemoryState() {
        this(
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    InMemoryState copy() {
        return new InMemoryState(
                new ConcurrentHashMap<>(plans),
                new ConcurrentHashMap<>(actions),
                new ConcurrentHashMap<>(entries),
                new CopyOnWriteArrayList<>(journal),
                new CopyOnWriteArrayList<>(heads),
                new ConcurrentHashMap<>(answers),
                new ConcurrentHashMap<>(memberships),
                new ConcurrentHashMap<>(shares));
    }

    Stream<Action> actionsOf(PlanId plan) {
        return actions.values().stream().filter(action -> action.plan().equals(plan));
    }
}
