/**
 * Who somebody is: accounts, passwords, second factors, sessions, invitations and tokens. Start at {@link
 * org.isonomia.domain.identity.Account}.
 *
 * <p>What they may do is the matter of {@link org.isonomia.domain.access}, which knows nothing of this. Secrets exist here
 * for a moment only: what is kept is a {@link org.isonomia.domain.identity.SecretDigest} or the hash of a password.
 */
@NullMarked
package org.isonomia.domain.identity;

import org.jspecify.annotations.NullMarked;
