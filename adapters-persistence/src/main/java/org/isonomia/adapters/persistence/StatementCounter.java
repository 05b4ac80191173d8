package org.isonomia.adapters.persistence;

import java.util.concurrent.atomic.LongAdder;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Counts what is sent to the database, so that tests can see that it does not grow with the number of rows. */
final class StatementCounter implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final LongAdder executed = new LongAdder();

    @Override
    public void executeStart(ExecuteContext statement) {
        executed.increment();
    }

    long executed() {
        return executed.sum();
    }
}
