/** Hashes of passwords, the list of those that everybody would guess, ciphers and secrets. */
@NullMarked
package org.isonomia.adapters.identity;

import org.jspecify.annotations.NullMarked;
