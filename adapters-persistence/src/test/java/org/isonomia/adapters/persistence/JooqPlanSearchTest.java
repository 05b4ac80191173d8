package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.PlanSearchContract;
import org.isonomia.application.spi.testing.Ports;

class JooqPlanSearchTest extends PlanSearchContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
