/** The plan file: YAML, JSON and XLSX, read with positions and written canonically. */
@NullMarked
package org.isonomia.adapters.files;

import org.jspecify.annotations.NullMarked;
