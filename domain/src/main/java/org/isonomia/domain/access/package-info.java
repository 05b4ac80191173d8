/**
 * Who may do what: roles, what each permits, and how far it reaches. Start at {@link org.isonomia.domain.access.Policy}.
 *
 * <p>Nothing here knows of passwords or sessions: whoever calls a use case says who is asking, by an
 * {@link org.isonomia.domain.access.Actor}.
 */
@NullMarked
package org.isonomia.domain.access;

import org.jspecify.annotations.NullMarked;
