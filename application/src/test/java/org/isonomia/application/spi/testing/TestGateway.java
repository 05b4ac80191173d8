package org.isonomia.application.spi.testing;

import com.google.common.hash.HashCode;
import com.google.common.primitives.Longs;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.access.Actor;

/** Gateways for tests: salts are counted, so that the same test makes the same journal. */
public final class TestGateway {

    /** Who may do everything, in tests that are not about who may do what. */
    public static final Caller SYSTEM = new Caller(Actor.system("test"), "test");

    private TestGateway() {}

    /** A gateway to these stores. */
    public static Gateway of(OrganisationRepository organisations, UnitOfWork unitOfWork, InstantSource clock) {
        return new Gateway(organisations, unitOfWork, journal(clock), PlanUseCases.watch());
    }

    /** What writes journals. */
    public static JournalWriter journal(InstantSource clock) {
        AtomicLong salts = new AtomicLong();
        return new JournalWriter(
                clock,
                () -> HashCode.fromBytes(com.google.common.primitives.Bytes.concat(
                        new byte[Long.BYTES], Longs.toByteArray(salts.incrementAndGet()))));
    }

    /** Who calls, in a request of tests. */
    public static Caller by(Actor actor) {
        return new Caller(actor, "test");
    }

    /** A gateway to these ports. */
    public static Gateway of(Ports ports, InstantSource clock) {
        return of(ports.organisations(), ports.unitOfWork(), clock);
    }
}
