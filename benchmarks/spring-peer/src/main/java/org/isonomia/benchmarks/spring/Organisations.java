package org.isonomia.benchmarks.spring;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Organisations extends Repository<Organisation, UUID> {
    Optional<Organisation> findByCode(String code);
}
