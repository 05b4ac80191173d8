package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkState;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.kernel.Code;
import org.jooq.exception.DataAccessException;

/** The transaction that several calls of one thread take part in: begun by the first that writes. */
final class Joint implements AutoCloseable {

    private final Database database;
    private final Consumer<Stores> begun;
    private Optional<Part> part = Optional.empty();
    private boolean done;
    private boolean lost;

    private record Part(UUID organisation, boolean alone, Database.Transaction transaction, Stores stores) {}

    Joint(Database database, Consumer<Stores> begun) {
        this.database = database;
        this.begun = begun;
    }

    /** The stores of what was begun for this organisation. */
    Optional<Stores> of(UUID organisation) {
        return part.filter(known -> known.organisation().equals(organisation)).map(Part::stores);
    }

    /** Those of what was begun for this one, by its code. */
    Optional<Stores> of(Code organisation) {
        return part.map(Part::stores)
                .filter(stores -> stores.organisations()
                        .find(organisation)
                        .filter(owner -> of(owner.id().value()).isPresent())
                        .isPresent());
    }

    <T> T write(UUID organisation, boolean alone, Function<Tenant, Stores> opening, Function<Stores, T> work) {
        try {
            Part here = part.orElseGet(() -> begin(organisation, alone, opening));
            checkState(here.organisation().equals(organisation), "changes of two organisations are never one change");
            checkState(here.alone() || !alone, "whoever wants the whole alone has to say so first");
            T result = work.apply(here.stores());
            done = true;
            return result;
        } catch (DataAccessException refused) {
            undo();
            throw Refusals.isTransient(refused) ? refused : Refusals.ofChange(refused);
        } catch (RuntimeException | Error failed) {
            undo();
            throw failed;
        }
    }

    private Part begin(UUID organisation, boolean alone, Function<Tenant, Stores> opening) {
        Database.Transaction transaction = database.begin(organisation, alone);
        Part begins =
                new Part(organisation, alone, transaction, opening.apply(new Tenant(transaction.dsl(), organisation)));
        part = Optional.of(begins);
        begun.accept(begins.stores());
        return begins;
    }

    private void undo() {
        lost |= done;
        done = false;
        close();
    }

    /** Makes everything durable. */
    void end(Consumer<Stores> ending) {
        checkState(!lost, "a part of the change failed, and the rest was undone with it");
        part.ifPresent(known -> {
            ending.accept(known.stores());
            known.transaction().commit();
        });
    }

    /** Undoes what is not durable. */
    @Override
    public void close() {
        part.ifPresent(known -> known.transaction().close());
        part = Optional.empty();
    }
}
