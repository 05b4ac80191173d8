package org.isonomia.application.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.TokenId;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;

/**
 * Tokens by which programs act for somebody: within their roles as these are at the time of each request, and within the
 * permissions of the token. For who is signed in; refused to everybody else by a {@link ForbiddenException}.
 */
public interface ApiTokens {

    /** How many tokens somebody may have at once. */
    int MAX = 20;

    /** Their tokens, the newest first; expired ones included, so that it can be seen why a program stopped. */
    ImmutableList<ApiToken> list(Caller caller);

    /**
     * Makes a token.
     *
     * @return the token; its secret is shown here and never again
     * @throws ForbiddenException if they did not confirm who they are a short while ago
     * @throws RuleViolationException if it asks for what they may not do themselves, is to live longer than tokens may, or
     *     is one too many
     */
    Created create(Caller caller, Request request);

    /**
     * Makes a token of somebody else's, for whoever has the installation in hand.
     *
     * @return the token; its secret is shown here and never again
     * @throws ForbiddenException if the actor does not have the installation in hand
     * @throws NotFoundException if no account has this login
     * @throws RuleViolationException if it asks for what its owner may not do, is to live longer than tokens may, or is one
     *     too many
     */
    Created issue(Actor actor, Login owner, Request request);

    /** Ends a token at once; tells whether there was one. */
    boolean revoke(Caller caller, TokenId token);

    /**
     * What a token is to be.
     *
     * @param name what it is for, a title
     * @param permissions what it may be used for; at least one
     * @param validFor how long, more than nothing
     */
    record Request(String name, ImmutableSet<Permission> permissions, Duration validFor) {
        public Request {
            Texts.checkTitle(name, "name");
            checkArgument(!permissions.isEmpty(), "a token that permits nothing");
            checkArgument(validFor.isPositive(), "validFor must be positive: %s", validFor);
        }
    }

    /** A token that was made, with its secret. */
    record Created(ApiToken token, Secret secret) {
        public Created {
            requireNonNull(token, "token");
            requireNonNull(secret, "secret");
        }
    }
}
