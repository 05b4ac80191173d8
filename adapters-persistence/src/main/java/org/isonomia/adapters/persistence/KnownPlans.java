package org.isonomia.adapters.persistence;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.domain.plan.Plan;

/**
 * Plans that were read before, so that every later read asks for the version alone: each committed change of a plan makes
 * another version. Only reading transactions may use it, because what a writing one sees may never be committed. The rows of
 * a plan must not be changed behind the back of a running program; one that is restored from a copy is started anew.
 */
final class KnownPlans {

    private static final int MOST = 100;

    private final Cache<Version, Plan> plans =
            CacheBuilder.newBuilder().maximumSize(MOST).build();

    private record Version(UUID organisation, UUID plan, int version) {}

    Optional<Plan> find(UUID organisation, UUID plan, int version) {
        return Optional.ofNullable(plans.getIfPresent(new Version(organisation, plan, version)));
    }

    void add(UUID organisation, Plan plan) {
        plans.put(new Version(organisation, plan.id().value(), plan.version()), plan);
    }
}
