/**
 * The pages: read by anybody, in French and English, without scripts; edited by administrators. Each page is one record, which
 * is the only parameter of the template of the same name. {@link org.isonomia.adapters.http.pages.Pages} is the way in.
 */
@NullMarked
package org.isonomia.adapters.http.pages;

import org.jspecify.annotations.NullMarked;
