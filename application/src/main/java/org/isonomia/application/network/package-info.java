/**
 * Networks: which organisations belong together, and what of their plans members let the network see. Start at {@link
 * org.isonomia.application.network.NetworkUseCases}.
 */
@NullMarked
package org.isonomia.application.network;

import org.jspecify.annotations.NullMarked;
