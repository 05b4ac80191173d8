package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.identity.Session;

/**
 * Who is calling, as far as they proved it. The {@link #actor} is what use cases ask for; it holds no more than the proof
 * allows, so that an adapter that forgets to look at the rest permits too little rather than too much.
 *
 * @param actor who, and what they may do now
 * @param session by which session; empty for programs and for the public
 * @param fresh whether they proved who they are a short while ago
 * @param afterConfirmation what they may do after they proved again who they are, beyond what they may do now
 * @param lacksSecondFactor whether they hold roles that they may use with a second factor only, and have none
 */
public record Caller(
        Actor actor,
        Optional<Session> session,
        boolean fresh,
        ImmutableSet<Permission> afterConfirmation,
        boolean lacksSecondFactor) {

    /** What is not permitted long after somebody proved who they are: to give rights away, and to publish. */
    public static final ImmutableSet<Permission> SENSITIVE =
            Sets.immutableEnumSet(Permission.MANAGE_ACCESS, Permission.MANAGE_INSTALLATION, Permission.SHARE_PLAN);

    /** Somebody of whom nothing is known. */
    public static final Caller PUBLIC = new Caller(Actor.PUBLIC, Optional.empty(), false, ImmutableSet.of(), false);

    public Caller {
        requireNonNull(actor, "actor");
        requireNonNull(session, "session");
        requireNonNull(afterConfirmation, "afterConfirmation");
    }

    /**
     * The session of somebody who is signed in.
     *
     * @throws ForbiddenException if they are not
     */
    Session signedIn() {
        return session.orElseThrow(() -> new ForbiddenException("sign in first"));
    }

    /**
     * The session of somebody who proved who they are a short while ago.
     *
     * @throws ForbiddenException if that was longer ago, or if they are not signed in
     */
    Session confirmed() {
        Session current = signedIn();
        if (!fresh) {
            throw new ForbiddenException("confirm first who you are");
        }
        return current;
    }
}
