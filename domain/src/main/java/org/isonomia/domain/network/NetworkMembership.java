package org.isonomia.domain.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;

/**
 * That an organisation belongs to the network another one leads, as a commune does to its metropolis. One side proposes it,
 * the other accepts; either may end it at any time, or withdraw or decline what is proposed. It lets neither see anything of
 * the other: that is shared explicitly.
 *
 * @param network the organisation that leads the network
 * @param member the organisation that belongs to it; another one
 * @param proposedBy who proposed it
 * @param since the day the other side accepted, in the time zone of the network; empty while it is a proposal
 */
public record NetworkMembership(
        OrganisationId network, OrganisationId member, Side proposedBy, Optional<LocalDate> since) {

    /** What an organisation is in a membership. */
    public enum Side {
        /** It leads the network. */
        NETWORK,
        /** It belongs to the network. */
        MEMBER;

        /** What the other one is. */
        public Side other() {
            return this == NETWORK ? MEMBER : NETWORK;
        }
    }

    public NetworkMembership {
        requireNonNull(network, "network");
        requireNonNull(member, "member");
        requireNonNull(proposedBy, "proposedBy");
        requireNonNull(since, "since");
        checkArgument(!network.equals(member), "nobody belongs to a network of their own: %s", member);
    }

    /** A proposal. */
    public static NetworkMembership proposed(OrganisationId network, OrganisationId member, Side by) {
        return new NetworkMembership(network, member, by, Optional.empty());
    }

    /** Whether both sides want it. */
    public boolean isAccepted() {
        return since.isPresent();
    }

    /**
     * What an organisation is in it.
     *
     * @throws IllegalArgumentException if it has no part in it
     */
    public Side sideOf(OrganisationId organisation) {
        checkArgument(
                network.equals(organisation) || member.equals(organisation), "has no part in this: %s", organisation);
        return network.equals(organisation) ? Side.NETWORK : Side.MEMBER;
    }

    /**
     * Who has part in it besides an organisation.
     *
     * @throws IllegalArgumentException if that one has no part in it
     */
    public OrganisationId counterpart(OrganisationId organisation) {
        return sideOf(organisation) == Side.NETWORK ? member : network;
    }

    /**
     * The same, accepted; nothing changes if it is accepted already.
     *
     * @param by who accepts
     * @param on the day
     * @throws RuleViolationException if who accepts has proposed it
     */
    public NetworkMembership accept(Side by, LocalDate on) {
        if (isAccepted()) {
            return this;
        }
        if (by == proposedBy) {
            throw new RuleViolationException(Violation.of(
                    NetworkViolations.OWN_PROPOSAL, "the other side has to accept what this one has proposed"));
        }
        return new NetworkMembership(network, member, proposedBy, Optional.of(on));
    }
}
