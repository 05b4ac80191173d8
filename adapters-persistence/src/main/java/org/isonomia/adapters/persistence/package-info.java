/** The ports on PostgreSQL: repositories through jOOQ, the schema by Flyway migrations. */
@NullMarked
package org.isonomia.adapters.persistence;

import org.jspecify.annotations.NullMarked;
