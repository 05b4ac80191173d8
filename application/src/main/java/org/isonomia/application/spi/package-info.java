/**
 * What an adapter implements: where plans are kept, how documents are written, where identities come from. Each port says
 * what happens when something is absent, stale or there already, and has a contract test in this module's test-jar.
 */
@NullMarked
package org.isonomia.application.spi;

import org.jspecify.annotations.NullMarked;
