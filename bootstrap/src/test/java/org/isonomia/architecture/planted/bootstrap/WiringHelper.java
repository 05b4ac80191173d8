package org.isonomia.architecture.planted.bootstrap;

import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A vague name, another logging, a logger for everybody, an old date and a nameless exception. */
public final class WiringHelper {

    public static final Logger LOG = LoggerFactory.getLogger(WiringHelper.class);

    private static final java.util.logging.Logger OTHER_LOG = java.util.logging.Logger.getGlobal();

    public Date wire() {
        OTHER_LOG.info("wired");
        throw new RuntimeException();
    }
}
