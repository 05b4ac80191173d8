/**
 * Who and where: the authority that owns a plan, its units and functions, its partners, and the territories it serves.
 *
 * <p>Start at {@link org.isonomia.domain.network.Organisation}; everything else is a {@link
 * org.isonomia.domain.network.DirectoryEntry} of one organisation, found by its code.
 */
@NullMarked
package org.isonomia.domain.network;

import org.jspecify.annotations.NullMarked;
