@NullMarked
package org.isonomia.adapters.http.pages;

import org.jspecify.annotations.NullMarked;
