/**
 * The JSON API under {@code /api/v1}, as {@code openapi.yaml} promises it.
 *
 * <p>Start at {@link org.isonomia.adapters.http.api.Api}.
 */
@NullMarked
package org.isonomia.adapters.http.api;

import org.jspecify.annotations.NullMarked;
