package org.isonomia.application.history;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.spi.HeadSigner;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.JournalRepository.Page;
import org.isonomia.application.spi.JournalRepository.Query;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.Head;
import org.isonomia.domain.journal.MerkleTree;
import org.isonomia.domain.journal.Peaks;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;

final class JournalService implements Journal {

    private static final int CHUNK = 1000;

    private record Chunk(ImmutableList<Recorded> entries, ImmutableList<Digest> leaves) {}

    private final Gateway gateway;
    private final Caller caller;
    private final HeadSigner signer;
    private final InstantSource clock;

    JournalService(Gateway gateway, Caller caller, HeadSigner signer, InstantSource clock) {
        this.gateway = gateway;
        this.caller = requireNonNull(caller, "caller");
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public Page page(Code organisation, Query query) {
        return entries(organisation, journal -> journal.page(query));
    }

    @Override
    public Recorded entry(Code organisation, long sequence) {
        return entries(organisation, journal -> journal.find(sequence))
                .orElseThrow(() -> new NotFoundException("the journal has no entry " + sequence));
    }

    @Override
    public Optional<SignedHead> head(Code organisation) {
        return proving(organisation, JournalRepository::lastHead);
    }

    @Override
    public SignedHead sign(Code code) {
        Organisation organisation = gateway.organisation(code);
        return gateway.write(caller, UseCase.SIGN_HEAD, organisation, Optional.empty(), room -> {
            JournalRepository journal = room.stores().journal();
            Peaks now = journal.hold();
            String key = Journals.keyOf(signer.publicKey());
            Optional<SignedHead> last = journal.lastHead()
                    .filter(head -> head.head().size() == now.size())
                    .filter(head ->
                            head.head().root().equals(now.root()) && head.key().equals(key));
            return last.orElseGet(() -> {
                Head head = new Head(
                        organisation.id(),
                        now.size(),
                        now.root(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
                SignedHead signed =
                        new SignedHead(head, key, BaseEncoding.base64().encode(signer.sign(head.signed())));
                journal.keep(signed);
                return signed;
            });
        });
    }

    @Override
    public Inclusion inclusion(Code organisation, long sequence, long size) {
        if (sequence < 1 || sequence > size) {
            throw new NotFoundException("a journal of " + size + " entries has no entry " + sequence);
        }
        MerkleTree tree = tree(organisation, size);
        int index = Math.toIntExact(sequence - 1);
        return new Inclusion(sequence, size, tree.leaves().get(index), tree.root(), tree.inclusion(index));
    }

    @Override
    public Consistency consistency(Code organisation, long from, long to) {
        if (from < 1 || from > to) {
            throw new NotFoundException("a journal does not grow from " + from + " to " + to + " entries");
        }
        MerkleTree later = tree(organisation, to);
        int earlier = Math.toIntExact(from);
        Digest root = new MerkleTree(later.leaves().subList(0, earlier)).root();
        return new Consistency(from, to, root, later.root(), later.consistency(earlier));
    }

    private MerkleTree tree(Code organisation, long size) {
        return proving(organisation, journal -> {
            if (size > journal.peaks().size()) {
                throw new NotFoundException("the journal has not " + size + " entries");
            }
            return new MerkleTree(journal.leaves(size));
        });
    }

    @Override
    public long export(Code organisation, Consumer<Exported> to) {
        long last = 0;
        long count = 0;
        Chunk chunk;
        do {
            long after = last;
            chunk = entries(
                    organisation,
                    journal -> new Chunk(journal.following(after, CHUNK), journal.leavesFollowing(after, CHUNK)));
            for (int i = 0; i < chunk.entries.size(); i++) {
                Recorded recorded = chunk.entries.get(i);
                String leaf = new String(recorded.entry().leaf(), StandardCharsets.UTF_8);
                to.accept(new Exported(leaf, chunk.leaves.get(i), recorded.payload()));
                last = recorded.entry().sequence();
            }
            count += chunk.entries.size();
        } while (chunk.entries.size() == CHUNK);
        return count;
    }

    @Override
    public byte[] publicKey() {
        return signer.publicKey();
    }

    private <T> T entries(Code organisation, Function<JournalRepository, T> work) {
        return reading(UseCase.READ_JOURNAL, organisation, work);
    }

    private <T> T proving(Code organisation, Function<JournalRepository, T> work) {
        return reading(UseCase.READ_HEAD, organisation, work);
    }

    private <T> T reading(UseCase useCase, Code organisation, Function<JournalRepository, T> work) {
        return gateway.read(
                caller,
                useCase,
                gateway.organisation(organisation),
                room -> work.apply(room.stores().journal()));
    }
}
