package org.isonomia.application.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Optional;
import java.util.function.Function;
import org.isonomia.application.journal.Deed;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.journal.Recorder;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.application.spi.UnitOfWork.FoundAction;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;

/**
 * The one way to stored data. Whoever takes it says who asks and for which use case: it is refused unless the caller has
 * the permission the use case takes there, and every change is journalled in the transaction that makes it.
 */
public final class Gateway {

    /** Notes what stores change. */
    @FunctionalInterface
    public interface Watch {

        /** The same stores, whose changes are noted. */
        Stores over(Stores stores, Recorder recorder);
    }

    private final OrganisationRepository organisations;
    private final UnitOfWork unitOfWork;
    private final JournalWriter journal;
    private final Watch watch;

    /**
     * @param organisations the organisations
     * @param unitOfWork the gateway to their data
     * @param journal what writes changes down
     * @param watch what notes them
     */
    public Gateway(OrganisationRepository organisations, UnitOfWork unitOfWork, JournalWriter journal, Watch watch) {
        this.organisations = requireNonNull(organisations, "organisations");
        this.unitOfWork = requireNonNull(unitOfWork, "unitOfWork");
        this.journal = requireNonNull(journal, "journal");
        this.watch = requireNonNull(watch, "watch");
    }

    /** The organisations of the installation, by code; that they exist is public. */
    public ImmutableList<Organisation> organisations() {
        return organisations.list();
    }

    /** The same, by their identities. */
    public ImmutableMap<OrganisationId, Organisation> organisationsById() {
        return Maps.uniqueIndex(organisations.list(), Organisation::id);
    }

    /** The organisation with this code; that it exists is public. */
    public Optional<Organisation> find(Code organisation) {
        return organisations.find(organisation);
    }

    /**
     * The organisation with this code.
     *
     * @throws NotFoundException if there is none
     */
    public Organisation organisation(Code code) {
        return find(code).orElseThrow(() -> new NotFoundException("no organisation has this code: " + code));
    }

    /**
     * Reads one consistent state.
     *
     * @throws ForbiddenException if the caller has not the permission there
     */
    public <T> T read(Caller caller, UseCase useCase, Organisation organisation, Function<Room, T> work) {
        Reach reach = reach(caller, useCase, organisation);
        return unitOfWork.read(organisation.id(), stores -> work.apply(room(caller, organisation, stores, reach)));
    }

    /**
     * Reads one action by code if everybody may see all of it; what else there is of it depends on the caller, and {@link #read}
     * tells.
     *
     * @return empty if it, its plan or the organisation does not exist, or not everybody may see it
     * @throws ForbiddenException if the caller has not the permission there
     */
    public Optional<FoundAction> action(Caller caller, UseCase useCase, Code organisation, Code plan, Code action) {
        Optional<FoundAction> found = unitOfWork.action(organisation, plan, action);
        if (found.isPresent()) {
            Reach unused = reach(caller, useCase, found.get().organisation());
        }
        return found;
    }

    /**
     * Reads and changes, all or nothing.
     *
     * @param reason why, if somebody said so
     * @throws ForbiddenException if the caller has not the permission there
     */
    public <T> T write(
            Caller caller,
            UseCase useCase,
            Organisation organisation,
            Optional<String> reason,
            Function<Room, T> work) {
        Reach reach = reach(caller, useCase, organisation);
        return unitOfWork.write(organisation.id(), journalled(caller, useCase, organisation, reason, work, reach));
    }

    /**
     * Reads and changes, all or nothing, while nobody else changes anything of the organisation.
     *
     * @param reason why, if somebody said so
     * @throws ForbiddenException if the caller has not the permission there
     */
    public <T> T writeAlone(
            Caller caller,
            UseCase useCase,
            Organisation organisation,
            Optional<String> reason,
            Function<Room, T> work) {
        Reach reach = reach(caller, useCase, organisation);
        return unitOfWork.writeAlone(organisation.id(), journalled(caller, useCase, organisation, reason, work, reach));
    }

    /**
     * Founds an organisation: the work puts it into the stores.
     *
     * @throws ForbiddenException if the caller may not manage the installation
     */
    public <T> T found(
            Caller caller, UseCase useCase, Organisation organisation, boolean dryRun, Function<Room, T> work) {
        if (!Policy.mayManageInstallation(caller.actor())) {
            throw new ForbiddenException(
                    "only who runs the installation can add the organisation " + organisation.code());
        }
        return dryRun
                ? unitOfWork.read(
                        organisation.id(),
                        stores -> work.apply(new Room(organisation, stores, Reach.EVERYTHING, Sight.EVERYTHING)))
                : unitOfWork.writeAlone(
                        organisation.id(),
                        journalled(caller, useCase, organisation, Optional.empty(), work, Reach.EVERYTHING));
    }

    /** Two organisations that are changed together: the one the caller asks in, and its counterpart. */
    public interface Sides {

        /** Works in the organisation the caller asks in. */
        <T> T here(Function<Room, T> work);

        /** Works in the other one, where the caller has no reach: only what concerns both may be touched. */
        <T> T there(Function<Room, T> work);
    }

    /**
     * Reads and changes something that another organisation has part in, too. Each side's journal has an entry; the other
     * side's names the organisation that did it, not the person.
     *
     * @param organisation the organisation the caller asks in
     * @param other its counterpart
     * @throws ForbiddenException if the caller has not the permission in the first
     */
    public <T> T writeBoth(
            Caller caller, UseCase useCase, Organisation organisation, Organisation other, Function<Sides, T> work) {
        Reach reach = reach(caller, useCase, organisation);
        return unitOfWork.writeBoth(
                organisation.id(),
                other.id(),
                both -> new Pair(both, caller, useCase, organisation, other, reach).finish(work));
    }

    private final class Pair implements Sides {

        private final UnitOfWork.Both both;
        private final Caller caller;
        private final Organisation organisation;
        private final Organisation other;
        private final Deed deed;
        private final Deed told;
        private final Reach reach;
        private final Recorder recorder = new Recorder();
        private final Recorder recorderThere = new Recorder();

        Pair(
                UnitOfWork.Both both,
                Caller caller,
                UseCase useCase,
                Organisation organisation,
                Organisation other,
                Reach reach) {
            this.both = both;
            this.caller = caller;
            this.organisation = organisation;
            this.other = other;
            this.reach = reach;
            this.deed = caller.deed(useCase, Optional.empty());
            this.told = new Deed(
                    new Actor(Optional.empty(), organisation.name(), ImmutableList.of(), ImmutableSet.of()),
                    caller.requestId(),
                    useCase.word(),
                    Optional.empty());
        }

        @Override
        public <T> T here(Function<Room, T> work) {
            return both.in(
                    organisation.id(),
                    stores -> work.apply(room(caller, organisation, watch.over(stores, recorder), reach)));
        }

        @Override
        public <T> T there(Function<Room, T> work) {
            return both.in(
                    other.id(),
                    stores -> work.apply(
                            new Room(other, watch.over(stores, recorderThere), Reach.NOTHING, Sight.PUBLIC)));
        }

        <T> T finish(Function<Sides, T> work) {
            T result = work.apply(this);
            both.in(organisation.id(), stores -> append(stores, organisation, deed, recorder));
            both.in(other.id(), stores -> append(stores, other, told, recorderThere));
            return result;
        }

        private int append(Stores stores, Organisation whose, Deed done, Recorder noted) {
            journal.append(stores.journal(), whose.id(), done, noted.changes());
            return noted.changes().size();
        }
    }

    private <T> Function<Stores, T> journalled(
            Caller caller,
            UseCase useCase,
            Organisation organisation,
            Optional<String> reason,
            Function<Room, T> work,
            Reach reach) {
        return stores -> {
            Recorder recorder = new Recorder();
            T result = work.apply(room(caller, organisation, watch.over(stores, recorder), reach));
            journal.append(stores.journal(), organisation.id(), caller.deed(useCase, reason), recorder.changes());
            return result;
        };
    }

    private static Room room(Caller caller, Organisation organisation, Stores stores, Reach reach) {
        return new Room(organisation, stores, reach, sight(caller, organisation, stores));
    }

    /** What the caller sees; to whom something is shown by units, that which functions of these units lead is as well. */
    private static Sight sight(Caller caller, Organisation organisation, Stores stores) {
        Sight sight = Policy.sight(caller.actor(), organisation.id());
        return sight.reachesByUnit()
                ? sight.withPeople(stores.directory().functionsOf(sight.within().units()))
                : sight;
    }

    private static Reach reach(Caller caller, UseCase useCase, Organisation organisation) {
        Reach reach = Policy.reach(caller.actor(), useCase.permission(), organisation.id());
        if (reach.isNothing()) {
            throw new ForbiddenException(useCase.word() + " takes the permission "
                    + useCase.permission().word() + " in " + organisation.code());
        }
        return reach;
    }
}
