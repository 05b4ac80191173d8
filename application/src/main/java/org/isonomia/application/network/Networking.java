package org.isonomia.application.network;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.network.Organisation;

/** Which organisations belong to which network. Both sides see the same. */
public interface Networking {

    /**
     * Adds an organisation that has nothing yet.
     *
     * @throws org.isonomia.application.spi.DuplicateCodeException if its code is taken
     */
    void found(Organisation organisation);

    /**
     * With whom an organisation is linked; proposals are not among them. Everybody may see this.
     *
     * @return the network it belongs to first, then by code
     * @throws NotFoundException if there is no such organisation
     */
    ImmutableList<Link> accepted(Code organisation);

    /**
     * The same with what is proposed, by either side.
     *
     * @throws NotFoundException if there is no such organisation
     */
    ImmutableList<Link> all(Code organisation);

    /**
     * Proposes a membership, or accepts what the other side has proposed. Doing it again changes nothing.
     *
     * @param organisation who proposes or accepts
     * @param other the counterpart
     * @param as what the first one is to be
     * @return what there is then, as the first one sees it
     * @throws NotFoundException if one of the two does not exist
     * @throws RuleViolationException if both are the same, or linked the other way round
     */
    Link join(Code organisation, Code other, Side as);

    /**
     * Ends a membership, withdraws or declines one. What the member shares with the network ends with it.
     *
     * @throws NotFoundException if one of the two does not exist or there is nothing between them
     */
    void leave(Code organisation, Code other);

    /**
     * What is between an organisation and another.
     *
     * @param other the other one
     * @param otherIs what that one is in it
     * @param proposedBy who proposed it
     * @param since the day it was accepted; empty while it is a proposal
     */
    record Link(Organisation other, Side otherIs, Side proposedBy, Optional<LocalDate> since) {
        public Link {
            requireNonNull(other, "other");
            requireNonNull(otherIs, "otherIs");
            requireNonNull(proposedBy, "proposedBy");
            requireNonNull(since, "since");
        }

        /** Whether it waits for the other organisation. */
        public boolean waitsForOther() {
            return since.isEmpty() && proposedBy != otherIs;
        }
    }
}
