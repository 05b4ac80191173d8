package org.isonomia.bootstrap;

import java.time.LocalDate;
import java.time.ZoneId;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Mapping;
import org.isonomia.application.document.Node.Scalar;

/** The day that a command dates itself: that of the organisation whose file it is given. */
final class Clocks {

    private Clocks() {}

    /** The day it is in the time zone that a plan document names, or where the operator is if it names none. */
    static LocalDate today(Node document) {
        return LocalDate.now(zone(document));
    }

    private static ZoneId zone(Node document) {
        return document instanceof Mapping root
                        && root.get("organisation").orElse(null) instanceof Mapping organisation
                        && organisation.get("timeZone").orElse(null) instanceof Scalar zone
                        && ZoneId.getAvailableZoneIds().contains(zone.text())
                ? ZoneId.of(zone.text())
                : ZoneId.systemDefault();
    }
}
