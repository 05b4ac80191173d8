package org.isonomia.benchmarks.spring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class Organisation {

    @Id
    @Column(name = "organisation_id")
    UUID id;

    String code;
}
