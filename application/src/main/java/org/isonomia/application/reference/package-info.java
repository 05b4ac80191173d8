/**
 * The reference lists every authority shares: the criteria of discrimination the law prohibits, and the domains of life in
 * which it does. Start at {@link org.isonomia.application.reference.ReferenceData}.
 */
@NullMarked
package org.isonomia.application.reference;

import org.jspecify.annotations.NullMarked;
