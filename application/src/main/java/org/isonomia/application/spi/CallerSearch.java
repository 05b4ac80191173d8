package org.isonomia.application.spi;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;

/** Who is asking. It is on the way of every request, so each question is one statement. */
public interface CallerSearch {

    /** Who has a session, whether it is still open or not. */
    Optional<BySession> bySession(SecretDigest digest);

    /** Who has a token, whether it may still be used or not. */
    Optional<ByToken> byToken(SecretDigest digest);

    /**
     * Somebody, and what they hold.
     *
     * @param account their account
     * @param grants what they hold in organisations
     * @param demanding those of the grants that may be used with a second factor only
     */
    record Holder(Account account, ImmutableList<Grant> grants, ImmutableSet<Grant> demanding) {
        public Holder {
            requireNonNull(account, "account");
            requireNonNull(grants, "grants");
            requireNonNull(demanding, "demanding");
        }
    }

    /** Somebody who is signed in, or was. */
    record BySession(Session session, Holder holder) {
        public BySession {
            requireNonNull(session, "session");
            requireNonNull(holder, "holder");
        }
    }

    /** Somebody for whom a program acts, or did. */
    record ByToken(ApiToken token, Holder holder) {
        public ByToken {
            requireNonNull(token, "token");
            requireNonNull(holder, "holder");
        }
    }
}
