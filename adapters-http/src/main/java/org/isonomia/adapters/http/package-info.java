/** The JSON API and the pages, both calling the same use cases. */
@NullMarked
package org.isonomia.adapters.http;

import org.jspecify.annotations.NullMarked;
