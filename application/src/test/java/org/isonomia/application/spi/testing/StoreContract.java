package org.isonomia.application.spi.testing;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts share: an installation, and an organisation of its own for each test. */
public abstract class StoreContract {

    private static final AtomicInteger COUNT = new AtomicInteger();

    protected Organisation organisation;

    /** The ports to be tested; the same installation for all tests of a class is enough. */
    protected abstract Ports ports();

    @BeforeEach
    final void foundAnOrganisation() {
        organisation = foundOrganisation();
    }

    /** Another organisation of the installation. */
    protected final Organisation foundOrganisation() {
        Organisation founded =
                Samples.organisation(UUID.randomUUID(), "org-" + COUNT.incrementAndGet() + "-" + System.nanoTime());
        ports().organisations().put(founded);
        return founded;
    }

    protected final <T> T read(Function<Stores, T> work) {
        return ports().unitOfWork().read(organisation.id(), work);
    }

    protected final <E> ImmutableList<E> list(Function<Stores, ? extends Collection<E>> work) {
        return ImmutableList.copyOf(read(work));
    }

    protected final <E> Optional<E> optional(Function<Stores, Optional<E>> work) {
        return read(work);
    }

    protected final void write(Consumer<Stores> work) {
        ports().unitOfWork().write(organisation.id(), stores -> {
            work.accept(stores);
            return true;
        });
    }

    /** The directories, the plan and its actions of {@link Samples}, stored. */
    protected final void storeSamples() {
        write(stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            stores.actions().addAll(Samples.actions());
        });
    }
}
