package org.isonomia.adapters.persistence;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.LongAdder;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Counts what is sent to the database, so that tests can see that it does not grow with the number of rows. */
final class StatementCounter implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final LongAdder executed = new LongAdder();

    /** The counter of a configuration, for statements that jOOQ does not know of. */
    static StatementCounter of(DSLContext dsl) {
        return (StatementCounter) requireNonNull(dsl.configuration().data(StatementCounter.class));
    }

    /** The configuration, whose statements this counts. */
    Configuration on(Configuration configuration) {
        configuration.data(StatementCounter.class, this);
        return configuration.set(this);
    }

    void count() {
        executed.increment();
    }

    @Override
    public void executeStart(ExecuteContext statement) {
        count();
    }

    long executed() {
        return executed.sum();
    }
}
