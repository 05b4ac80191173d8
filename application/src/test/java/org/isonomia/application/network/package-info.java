@NullMarked
package org.isonomia.application.network;

import org.jspecify.annotations.NullMarked;
