/**
 * Who is asking: signing in and out, sessions, tokens, accounts and their roles. Start at {@link
 * org.isonomia.application.identity.IdentityUseCases}; an adapter asks {@link org.isonomia.application.identity.Callers} who
 * is calling and hands the {@link org.isonomia.domain.access.Actor} to every other use case.
 */
@NullMarked
package org.isonomia.application.identity;

import org.jspecify.annotations.NullMarked;
