package org.isonomia.bootstrap;

import java.time.LocalDate;
import java.time.ZoneId;

/** The operator's day, for what a command dates itself. */
final class Clocks {

    private Clocks() {}

    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
