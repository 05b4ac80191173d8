package org.isonomia.benchmarks.spring;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
class Plan {

    @EmbeddedId
    TenantKey key;

    String code;
}
