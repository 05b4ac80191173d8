package org.isonomia.benchmarks.spring;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Actions extends Repository<Action, TenantKey> {
    Optional<Action> findByKeyOrganisationIdAndPlanIdAndCode(UUID organisation, UUID plan, String code);
}
