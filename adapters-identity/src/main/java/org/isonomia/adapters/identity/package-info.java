/** Hashes of passwords, the list of those that everybody would guess, ciphers, secrets, and providers of identity. */
@NullMarked
package org.isonomia.adapters.identity;

import org.jspecify.annotations.NullMarked;
