package org.isonomia.benchmarks.spring;

import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record TenantKey(UUID organisationId, UUID id) {}
