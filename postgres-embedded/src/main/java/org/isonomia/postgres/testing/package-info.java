/** Databases for tests: real ones, cheap enough to give each test class its own. Not for production. */
@NullMarked
package org.isonomia.postgres.testing;

import org.jspecify.annotations.NullMarked;
