package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.AnswerRepositoryContract;
import org.isonomia.application.spi.testing.Ports;

class JooqAnswerRepositoryTest extends AnswerRepositoryContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
