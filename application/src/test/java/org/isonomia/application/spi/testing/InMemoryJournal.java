package org.isonomia.application.spi.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.JournalEntry;
import org.isonomia.domain.journal.Peaks;

/** The journal of one organisation in memory; the tree is made anew each time it is asked for. */
record InMemoryJournal(List<Recorded> entries, List<SignedHead> heads, Runnable guard) implements JournalRepository {

    @Override
    public Peaks hold() {
        guard.run();
        return peaks();
    }

    @Override
    public Peaks peaks() {
        return Peaks.NONE.plus(leaves(entries.size()));
    }

    @Override
    public void append(ImmutableList<Recorded> more, Peaks after) {
        guard.run();
        if (after.size() != entries.size() + more.size()) {
            throw new StaleAggregateException("the journal has grown meanwhile");
        }
        entries.addAll(more);
    }

    @Override
    public Optional<Recorded> find(long sequence) {
        return entries.stream()
                .filter(recorded -> recorded.entry().sequence() == sequence)
                .findFirst();
    }

    @Override
    public Page page(Query query) {
        ImmutableList<Recorded> matching = ImmutableList.copyOf(entries).reverse().stream()
                .filter(recorded -> matches(query, recorded.entry()))
                .collect(toImmutableList());
        return new Page(matching.subList(0, Math.min(query.limit(), matching.size())), matching.size() > query.limit());
    }

    private static boolean matches(Query query, JournalEntry entry) {
        String path = entry.subject().path();
        return query.subject()
                        .map(of -> path.equals(of) || path.startsWith(of + "/"))
                        .orElse(true)
                && query.useCase().map(entry.useCase()::equals).orElse(true)
                && query.from().map(from -> !entry.time().isBefore(from)).orElse(true)
                && query.until().map(until -> entry.time().isBefore(until)).orElse(true)
                && query.before().map(before -> entry.sequence() < before).orElse(true);
    }

    @Override
    public ImmutableList<Recorded> following(long after, int limit) {
        return entries.stream()
                .filter(recorded -> recorded.entry().sequence() > after)
                .limit(limit)
                .collect(toImmutableList());
    }

    @Override
    public ImmutableList<Digest> leaves(long size) {
        return entries.stream()
                .limit(size)
                .map(recorded -> recorded.entry().digest())
                .collect(toImmutableList());
    }

    @Override
    public ImmutableList<Digest> leavesFollowing(long after, int limit) {
        return following(after, limit).stream()
                .map(recorded -> recorded.entry().digest())
                .collect(toImmutableList());
    }

    @Override
    public void keep(SignedHead head) {
        guard.run();
        heads.add(head);
    }

    @Override
    public Optional<SignedHead> lastHead() {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.getLast());
    }
}
