package org.isonomia.application.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Action;

/**
 * The one gateway to stored data of an organisation: everything inside one call happens together or not at all, and sees
 * nothing of other organisations.
 *
 * <p>The {@link Stores} handed to the work are valid until it returns and may be used by its thread only. What the work
 * throws rolls everything back and reaches the caller unchanged. Calls do not nest. Each call throws {@link BusyException} if the
 * store does not come to it in time.
 */
public interface UnitOfWork {

    /**
     * Reads a consistent state; nothing can be changed.
     *
     * @return what the work returns
     */
    <T> T read(OrganisationId organisation, Function<Stores, T> work);

    /**
     * One action that everybody may see, with the organisation it belongs to: what {@link #read} would find by asking for
     * organisation, plan and action in turn, in one question, because nothing is asked for as often.
     *
     * @return empty if one of the three does not exist, or if not everybody may see all of it: the plan, the action with its
     *     fields, and each action that it links to
     */
    Optional<FoundAction> action(Code organisation, Code plan, Code action);

    /** An action, and the organisation whose it is. */
    record FoundAction(Organisation organisation, Action action) {
        public FoundAction {
            requireNonNull(organisation, "organisation");
            requireNonNull(action, "action");
        }
    }

    /**
     * Reads and changes; when the call returns, the change is durable and visible to all.
     *
     * @return what the work returns
     * @throws StaleAggregateException if what the work saved was changed meanwhile
     * @throws DuplicateCodeException if what the work added has a code that is taken
     */
    <T> T write(OrganisationId organisation, Function<Stores, T> work);

    /**
     * Reads and changes as {@link #write} does, while nobody else changes anything of this organisation: the work sees what
     * all earlier writers left, and later ones wait for its end. For work that compares the whole with what it wants.
     *
     * @return what the work returns
     * @throws StaleAggregateException if what the work saved was changed meanwhile
     * @throws DuplicateCodeException if what the work added has a code that is taken
     */
    <T> T writeAlone(OrganisationId organisation, Function<Stores, T> work);

    /**
     * Makes one of all that this thread changes during the work: the first writing begins it, later calls for the same
     * organisation take part in it, reading too, and it ends with the work. A writing that fails undoes everything so far;
     * what the work does about it afterwards, it does with nothing begun.
     *
     * @param begun what is done with the stores before the first writing's own work; what it throws undoes everything
     * @param work what is done; it is done again from its start if others were in its way
     * @param ending what is done with the stores and the result before everything becomes durable; not called if nothing was
     *     written
     * @return what the work returns
     * @throws IllegalStateException if the work writes for two organisations, or goes on as if a part of it had not failed
     */
    <T> T together(Consumer<Stores> begun, Supplier<T> work, BiConsumer<Stores, T> ending);

    /**
     * Reads and changes something that two organisations have part in, as {@link #writeAlone} does in each of them. The work
     * still sees one organisation at a time, and is durable by itself when the
     * call returns, also within {@link #together}.
     *
     * @return what the work returns
     * @throws IllegalArgumentException if both are the same
     * @throws StaleAggregateException if what the work saved was changed meanwhile
     * @throws DuplicateCodeException if what the work added has a code that is taken
     */
    <T> T writeBoth(OrganisationId one, OrganisationId other, Function<Both, T> work);

    /** Two organisations that are changed together. */
    interface Both {

        /**
         * Works in one of the two; the stores are valid until that work returns. Calls do not nest.
         *
         * @return what the work returns
         * @throws IllegalArgumentException if it is neither of the two
         */
        <T> T in(OrganisationId organisation, Function<Stores, T> work);
    }
}
