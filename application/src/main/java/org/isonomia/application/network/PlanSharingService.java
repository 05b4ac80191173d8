package org.isonomia.application.network;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Room;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.NetworkRepository.StoredShare;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.network.NetworkViolations;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanShare;
import org.isonomia.domain.plan.PlanShare.Field;
import org.isonomia.domain.plan.SharedPlan;

final class PlanSharingService implements PlanSharing {

    private final Gateway gateway;
    private final Caller caller;

    PlanSharingService(Gateway gateway, Caller caller) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.caller = requireNonNull(caller, "caller");
    }

    @Override
    public PlanShares shares(Code code, Code planCode) {
        Organisation organisation = gateway.organisation(code);
        ImmutableMap<OrganisationId, Organisation> known = gateway.organisationsById();
        return gateway.read(caller, UseCase.READ_SHARES, organisation, room -> {
            Plan plan = plan(room, code, planCode);
            NetworkRepository network = room.stores().network();
            return new PlanShares(
                    organisation,
                    plan,
                    network.shares().stream()
                            .filter(stored -> stored.share().plan().equals(plan.id()))
                            .map(stored -> new SharedWith(
                                    requireNonNull(known.get(stored.share().with())),
                                    stored.share().fields(),
                                    stored.version()))
                            .sorted(Comparator.comparing(shared -> shared.with().code()))
                            .collect(toImmutableList()),
                    network.memberships().stream()
                            .filter(membership -> isNetworkOf(membership, organisation))
                            .map(membership -> requireNonNull(known.get(membership.network())))
                            .sorted(Comparator.comparing(Organisation::code))
                            .collect(toImmutableList()));
        });
    }

    private static boolean isNetworkOf(NetworkMembership membership, Organisation member) {
        return membership.isAccepted() && membership.sideOf(member.id()) == Side.MEMBER;
    }

    /** What the caller may not see is not there for them. */
    private static Plan plan(Room room, Code organisation, Code plan) {
        return room.stores()
                .plans()
                .find(plan)
                .filter(found -> room.sight().sees(found.content().profile().visibility()))
                .orElseThrow(() -> new NotFoundException("no plan has this code: " + organisation + "/" + plan));
    }

    @Override
    public SharedPlan preview(Code code, Code planCode, ImmutableSet<Field> fields) {
        RuleViolationException.throwIfAny(PlanShare.violations(fields));
        Organisation organisation = gateway.organisation(code);
        return gateway.read(caller, UseCase.READ_SHARES, organisation, room -> {
            Plan plan = plan(room, code, planCode);
            return SharedPlan.of(
                    organisation.id(),
                    plan,
                    fields.contains(Field.ACTIONS)
                            ? room.stores().actions().list(plan.id(), room.sight())
                            : ImmutableList.of(),
                    fields);
        });
    }

    @Override
    public int share(Code code, Code planCode, Code withCode, OptionalInt expected, ImmutableSet<Field> fields) {
        Organisation organisation = gateway.organisation(code);
        Organisation with = gateway.organisation(withCode);
        return gateway.writeAlone(caller, UseCase.SHARE_PLAN, organisation, Optional.empty(), room -> {
            Plan plan = plan(room, code, planCode);
            NetworkRepository network = room.stores().network();
            Optional<StoredShare> stored = network.share(plan.id(), with.id());
            expect(expected, stored, with);
            if (network.membership(with.id())
                    .filter(membership -> isNetworkOf(membership, organisation))
                    .isEmpty()) {
                throw new RuleViolationException(Violation.of(
                        NetworkViolations.NO_MEMBER, code + " does not belong to the network of " + withCode));
            }
            PlanShare share = new PlanShare(plan.id(), with.id(), fields);
            if (stored.map(StoredShare::share).equals(Optional.of(share))) {
                return stored.orElseThrow().version();
            }
            network.put(share);
            return stored.map(StoredShare::version).orElse(0) + 1;
        });
    }

    private static void expect(OptionalInt expected, Optional<StoredShare> stored, Organisation with) {
        int version = stored.map(StoredShare::version).orElse(0);
        if (expected.isPresent() && expected.getAsInt() != version) {
            throw new StaleAggregateException("what is shared with " + with.code() + " has changed: it is version "
                    + version + " now, not " + expected.getAsInt());
        }
    }

    @Override
    public void end(Code code, Code planCode, Code withCode, OptionalInt expected) {
        Organisation organisation = gateway.organisation(code);
        Organisation with = gateway.organisation(withCode);
        gateway.writeAlone(caller, UseCase.END_SHARE, organisation, Optional.empty(), room -> {
            Plan plan = plan(room, code, planCode);
            Optional<StoredShare> stored = room.stores().network().share(plan.id(), with.id());
            if (stored.isEmpty()) {
                throw new NotFoundException(code + "/" + planCode + " is not shared with " + withCode);
            }
            expect(expected, stored, with);
            room.stores().network().unshare(plan.id(), with.id());
            return plan.code();
        });
    }

    @Override
    public ImmutableList<Received> received(Code code) {
        Organisation organisation = gateway.organisation(code);
        ImmutableMap<OrganisationId, Organisation> known = gateway.organisationsById();
        return gateway.read(
                caller,
                UseCase.READ_SHARES,
                organisation,
                room -> room.stores().network().received().stream()
                        .map(plan -> new Received(requireNonNull(known.get(plan.from())), plan))
                        .sorted(Comparator.<Received, Code>comparing(
                                        received -> received.from().code())
                                .thenComparing(
                                        received -> received.plan().heading().code()))
                        .collect(toImmutableList()));
    }

    @Override
    public Received received(Code code, Code fromCode, Code planCode) {
        Organisation organisation = gateway.organisation(code);
        Optional<Organisation> from = gateway.find(fromCode);
        return gateway.read(
                caller,
                UseCase.READ_SHARES,
                organisation,
                room -> from.flatMap(member -> room.stores()
                                .network()
                                .received(member.id(), planCode)
                                .map(plan -> new Received(member, plan)))
                        .orElseThrow(() -> new NotFoundException(
                                "no plan is shared with " + code + " as " + fromCode + "/" + planCode)));
    }
}
