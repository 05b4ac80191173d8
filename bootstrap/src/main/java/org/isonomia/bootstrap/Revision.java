package org.isonomia.bootstrap;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A number that grows with every change of the data. Changes through this process count before their caller has an answer;
 * changes of others (a command, another node) within {@link #PATIENCE}.
 */
final class Revision implements LongSupplier, AutoCloseable {

    /** How long another process's change may stay unseen. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Revision.class);

    private final AtomicLong own = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("revision").factory());

    /** Begins to watch what a database says. */
    void watch(LongSupplier database) {
        var unused = watch.scheduleWithFixedDelay(() -> look(database), 0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(LongSupplier database) {
        try {
            stored.accumulateAndGet(database.getAsLong(), Math::max);
        } catch (RuntimeException e) {
            // Nothing is known of others now: no answer may be served from memory until the database answers again.
            own.incrementAndGet();
            LOG.warn("the database's revision cannot be read: {}", e.getMessage());
        }
    }

    @Override
    public long getAsLong() {
        return own.get() + stored.get();
    }

    /** The same gateway, whose writes count. */
    UnitOfWork counting(UnitOfWork gateway) {
        return new Counting(requireNonNull(gateway, "gateway"), own);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private record Counting(UnitOfWork gateway, AtomicLong writes) implements UnitOfWork {
        @Override
        public <T> T read(OrganisationId organisation, Function<Stores, T> work) {
            return gateway.read(organisation, work);
        }

        @Override
        public Optional<FoundAction> action(Code organisation, Code plan, Code action) {
            return gateway.action(organisation, plan, action);
        }

        @Override
        public <T> T writeAlone(OrganisationId organisation, Function<Stores, T> work) {
            try {
                return gateway.writeAlone(organisation, work);
            } finally {
                writes.incrementAndGet();
            }
        }

        @Override
        public <T> T together(Consumer<Stores> begun, Supplier<T> work, BiConsumer<Stores, T> ending) {
            try {
                return gateway.together(begun, work, ending);
            } finally {
                writes.incrementAndGet();
            }
        }

        @Override
        public <T> T writeBoth(OrganisationId one, OrganisationId other, Function<Both, T> work) {
            try {
                return gateway.writeBoth(one, other, work);
            } finally {
                writes.incrementAndGet();
            }
        }

        @Override
        public <T> T write(OrganisationId organisation, Function<Stores, T> work) {
            try {
                return gateway.write(organisation, work);
            } finally {
                writes.incrementAndGet();
            }
        }
    }
}
