/**
 * Who asks, for which use case, and the one way to stored data, which refuses and writes down. Start at {@link
 * org.isonomia.application.access.Gateway}.
 */
@NullMarked
package org.isonomia.application.access;

import org.jspecify.annotations.NullMarked;
