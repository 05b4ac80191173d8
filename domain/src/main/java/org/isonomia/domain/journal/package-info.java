/**
 * The proof of what was done: entries that form a Merkle tree, so that whoever kept a head can tell whether anything before it
 * was changed since. Start at {@link org.isonomia.domain.journal.MerkleTree}.
 */
@NullMarked
package org.isonomia.domain.journal;

import org.jspecify.annotations.NullMarked;
