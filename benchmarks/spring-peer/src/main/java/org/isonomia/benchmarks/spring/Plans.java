package org.isonomia.benchmarks.spring;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Plans extends Repository<Plan, TenantKey> {
    Optional<Plan> findByKeyOrganisationIdAndCode(UUID organisation, String code);
}
