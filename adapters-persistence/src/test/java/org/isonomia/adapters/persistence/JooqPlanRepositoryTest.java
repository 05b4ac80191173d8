package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.PlanRepositoryContract;
import org.isonomia.application.spi.testing.Ports;

class JooqPlanRepositoryTest extends PlanRepositoryContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
