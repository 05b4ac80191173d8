/**
 * A PostgreSQL server that belongs to one process: unpacked, initialised, started, stopped and recovered without
 * anything being installed on the machine, and safe enough to keep production data.
 *
 * <p>{@link org.isonomia.postgres.LocalPostgres} is the way in. The roles it creates serve a server of the user's own
 * as well, see {@link org.isonomia.postgres.Provisioning}.
 */
@NullMarked
package org.isonomia.postgres;

import org.jspecify.annotations.NullMarked;
