package org.isonomia.application.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
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
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;

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
            journal.append(
                    stores.journal(),
                    organisation.id(),
                    new Deed(caller.actor(), caller.requestId(), useCase.word(), reason.or(caller::reason)),
                    recorder.changes());
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
