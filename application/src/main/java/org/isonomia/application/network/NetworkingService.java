package org.isonomia.application.network;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Gateway.Sides;
import org.isonomia.application.access.Room;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.network.NetworkViolations;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;

final class NetworkingService implements Networking {

    private final Gateway gateway;
    private final Caller caller;
    private final InstantSource clock;

    NetworkingService(Gateway gateway, Caller caller, InstantSource clock) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.caller = requireNonNull(caller, "caller");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void found(Organisation organisation) {
        gateway.found(caller, UseCase.FOUND_ORGANISATION, organisation, false, room -> {
            if (room.stores().organisations().find(organisation.code()).isPresent()) {
                throw new DuplicateCodeException("an organisation has this code already: " + organisation.code());
            }
            room.stores().organisations().put(organisation);
            return organisation;
        });
    }

    @Override
    public ImmutableList<Link> accepted(Code code) {
        return links(UseCase.READ_PLAN, code, memberships -> memberships.filter(NetworkMembership::isAccepted));
    }

    @Override
    public ImmutableList<Link> all(Code code) {
        return links(UseCase.READ_NETWORK, code, memberships -> memberships);
    }

    private ImmutableList<Link> links(UseCase useCase, Code code, UnaryOperator<Stream<NetworkMembership>> some) {
        Organisation organisation = gateway.organisation(code);
        ImmutableMap<OrganisationId, Organisation> known = gateway.organisationsById();
        return gateway.read(
                caller,
                useCase,
                organisation,
                room -> some.apply(room.stores().network().memberships().stream())
                        .map(membership -> link(
                                membership,
                                organisation,
                                requireNonNull(known.get(membership.counterpart(organisation.id())))))
                        .sorted(Comparator.comparing(Link::otherIs)
                                .thenComparing(link -> link.other().code()))
                        .collect(toImmutableList()));
    }

    private static Link link(NetworkMembership membership, Organisation organisation, Organisation other) {
        return new Link(
                other, membership.sideOf(organisation.id()).other(), membership.proposedBy(), membership.since());
    }

    @Override
    public Link join(Code code, Code otherCode, Side as) {
        Organisation organisation = gateway.organisation(code);
        Organisation other = other(organisation, otherCode);
        Organisation network = as == Side.NETWORK ? organisation : other;
        Organisation member = as == Side.NETWORK ? other : organisation;
        LocalDate day = LocalDate.ofInstant(clock.instant(), network.timeZone());
        return gateway.writeBoth(caller, UseCase.JOIN_NETWORK, organisation, other, sides -> {
            Optional<NetworkMembership> known = between(sides, other);
            NetworkMembership wanted = known.map(membership -> accepted(membership, organisation, as, day))
                    .orElseGet(() -> NetworkMembership.proposed(network.id(), member.id(), as));
            if (!known.equals(Optional.of(wanted))) {
                sides.here(room -> put(room, other, wanted));
                sides.there(room -> put(room, organisation, wanted));
            }
            return link(wanted, organisation, other);
        });
    }

    private static NetworkMembership accepted(
            NetworkMembership membership, Organisation organisation, Side as, LocalDate day) {
        if (membership.sideOf(organisation.id()) != as) {
            throw new RuleViolationException(Violation.of(
                            NetworkViolations.OTHER_WAY_ROUND, "the two are linked the other way round: end that first")
                    .with("pointer", "/as"));
        }
        return membership.proposedBy() == as ? membership : membership.accept(as, day);
    }

    private static NetworkMembership put(Room room, Organisation other, NetworkMembership membership) {
        room.stores().network().put(other.id(), membership);
        return membership;
    }

    private Organisation other(Organisation organisation, Code code) {
        Organisation other = gateway.organisation(code);
        if (other.id().equals(organisation.id())) {
            throw new RuleViolationException(Violation.of(
                    NetworkViolations.ITSELF, "an organisation has no part in a network of its own: " + code));
        }
        return other;
    }

    private static Optional<NetworkMembership> between(Sides sides, Organisation other) {
        return sides.here(room -> room.stores().network().membership(other.id()));
    }

    @Override
    public void leave(Code code, Code otherCode) {
        Organisation organisation = gateway.organisation(code);
        Organisation other = other(organisation, otherCode);
        gateway.writeBoth(caller, UseCase.LEAVE_NETWORK, organisation, other, sides -> {
            NetworkMembership ended = between(sides, other)
                    .orElseThrow(() -> new NotFoundException("nothing links " + code + " and " + otherCode));
            sides.here(room -> remove(room, other.id(), ended));
            sides.there(room -> remove(room, organisation.id(), ended));
            return ended;
        });
    }

    /** The member's shares end with the membership; the network has none with the member. */
    private static NetworkMembership remove(Room room, OrganisationId counterpart, NetworkMembership ended) {
        NetworkRepository network = room.stores().network();
        network.shares().stream()
                .map(NetworkRepository.StoredShare::share)
                .filter(share -> share.with().equals(counterpart))
                .forEach(share -> network.unshare(share.plan(), counterpart));
        network.remove(counterpart);
        return ended;
    }
}
