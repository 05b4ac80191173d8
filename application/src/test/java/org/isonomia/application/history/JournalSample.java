package org.isonomia.application.history;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.isonomia.application.access.Caller;
import org.isonomia.application.document.Node;
import org.isonomia.application.journal.Change;
import org.isonomia.application.journal.Deed;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.application.spi.testing.TestSigner;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;

/** Journals in memory, filled with changes of actions. */
public final class JournalSample {

    /** What the journals' organisation is called. */
    public static final Code AMP = Code.parse("amp");

    /** What signs the heads. */
    public static final TestSigner SIGNER = new TestSigner(1);

    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-24T09:30:00.250Z");

    private final Organisation organisation = Samples.organisation(new UUID(0, 7), "amp");
    private final Ports ports;
    private final Journals journals;
    private long salts;

    /** A journal without entries, in an installation without organisations. */
    public JournalSample(Ports ports) {
        this.ports = ports;
        this.journals = Journals.of(TestGateway.of(ports, CLOCK), SIGNER, CLOCK);
        ports.organisations().put(organisation);
    }

    /** A journal of so many changes. */
    public static JournalSample of(int changes) {
        JournalSample sample = new JournalSample(InMemoryStores.create().ports());
        sample.change(1, changes);
        return sample;
    }

    /** Changes so many actions, beginning with this number. */
    public void change(int first, int last) {
        JournalWriter writer = new JournalWriter(
                CLOCK,
                () -> com.google.common.hash.HashCode.fromBytes(
                        java.nio.ByteBuffer.allocate(16).putLong(8, ++salts).array()));
        ports.unitOfWork().write(organisation.id(), stores -> {
            writer.append(
                    stores.journal(),
                    organisation.id(),
                    new Deed(Actor.system("Zoé \"é\""), "request", "change-actions", Optional.of("why\n")),
                    IntStream.rangeClosed(first, last)
                            .mapToObj(JournalSample::titled)
                            .collect(toImmutableList()));
            return true;
        });
    }

    private static Change titled(int number) {
        Node.Mapping after = Node.mapping(java.util.Map.of("title", Node.text("Titre " + number)));
        return new Change(
                Subject.of("action", Code.parse("pmlcd"), Code.parse("1." + number)),
                Optional.empty(),
                Optional.of(after));
    }

    /** The journal on behalf of whoever may do everything. */
    public Journal journal() {
        return journals.by(TestGateway.SYSTEM);
    }

    Journal publicly() {
        return journals.by(Caller.PUBLIC);
    }

    Journal by(Role role, Scope scope) {
        Grant grant = new Grant(role, Optional.of(organisation.id()), scope);
        Actor actor = Actor.of(new AccountId(new UUID(0, 1)), "somebody", ImmutableList.of(grant));
        return journals.by(new Caller(actor, "request"));
    }

    /** All entries. */
    public List<Exported> exported() {
        List<Exported> entries = new ArrayList<>();
        journal().export(AMP, entries::add);
        return entries;
    }

    static ImmutableSet<Verdict.Kind> kinds(Verdict verdict) {
        return verdict.findings().stream().map(Verdict.Finding::kind).collect(ImmutableSet.toImmutableSet());
    }

    static ImmutableList<Long> firsts(Verdict verdict) {
        return verdict.findings().stream().map(Verdict.Finding::first).collect(toImmutableList());
    }
}
