package org.isonomia.application.spi;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanShare;
import org.isonomia.domain.plan.SharedPlan;

/**
 * One organisation's part in networks: the memberships it has part in, of which each side keeps its own copy, the plans it
 * shares, and what it sees of plans that are shared with it, which is nothing but the shared fields.
 */
public interface NetworkRepository {

    /**
     * A share as stored.
     *
     * @param share what is shared
     * @param version how often it was put, from 1
     */
    record StoredShare(PlanShare share, int version) {
        public StoredShare {
            requireNonNull(share, "share");
            checkArgument(version >= 1, "version must be ≥ 1: %s", version);
        }
    }

    /** The memberships it has part in, in the order of the counterparts' identities. */
    ImmutableList<NetworkMembership> memberships();

    /** The one it has with another organisation. */
    Optional<NetworkMembership> membership(OrganisationId other);

    /**
     * Adds its copy of a membership, or replaces the one with the same counterpart.
     *
     * @param other the counterpart
     * @throws IllegalArgumentException if that one has no part in it
     */
    void put(OrganisationId other, NetworkMembership membership);

    /** Removes its copy of the membership with another organisation, if there is one. */
    void remove(OrganisationId other);

    /** What it shares, in the order of plans and receivers by identity. */
    ImmutableList<StoredShare> shares();

    /** What it shares of a plan with an organisation. */
    Optional<StoredShare> share(PlanId plan, OrganisationId with);

    /** Adds a share or replaces the one of the same plan with the same organisation; the version becomes one more. */
    void put(PlanShare share);

    /** Ends a share; nothing happens if it has ended. */
    void unshare(PlanId plan, OrganisationId with);

    /**
     * The plans that members of its network share with it, by the members' identities and in natural order of the plans'
     * codes. A share is seen while this organisation's copy of the membership is there and accepted. Plans
     * and actions that only those who lead may see are left out.
     */
    ImmutableList<SharedPlan> received();

    /** One of them. */
    Optional<SharedPlan> received(OrganisationId from, Code plan);
}
