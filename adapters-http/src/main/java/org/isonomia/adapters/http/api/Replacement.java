package org.isonomia.adapters.http.api;

import org.isonomia.application.document.Node;

/** What clients send to replace what they read. */
final class Replacement {

    private Replacement() {}

    /** An entry as clients send it back, without what answers add to it. */
    static Node.Mapping withoutComputed(Node.Mapping entry) {
        return entry.without("version").without("computed").without("figures");
    }
}
