/**
 * Who may change things. For now: whoever holds an administration token. Start at {@link
 * org.isonomia.application.access.TokenDigest}.
 */
@NullMarked
package org.isonomia.application.access;

import org.jspecify.annotations.NullMarked;
