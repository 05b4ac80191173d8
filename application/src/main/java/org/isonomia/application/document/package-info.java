/**
 * The neutral tree in which documents travel: what a YAML, JSON or XLSX file holds before anybody asks what it means.
 *
 * <p>Start at {@link org.isonomia.application.document.Node}. Adapters turn bytes into nodes and nodes into bytes; the
 * application reads and writes nodes and never sees a notation. Each node remembers where it stood, so that an error can
 * name its line or its cell.
 */
@NullMarked
package org.isonomia.application.document;

import org.jspecify.annotations.NullMarked;
