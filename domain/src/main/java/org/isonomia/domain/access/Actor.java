package org.isonomia.domain.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.isonomia.domain.kernel.Texts;

/**
 * Who asks for something.
 *
 * @param account their account, if they have one
 * @param name how the journal names them
 * @param grants the roles they hold
 * @param limit what they may do at most, whatever their roles: the scopes of a token
 */
public record Actor(
        Optional<AccountId> account, String name, ImmutableList<Grant> grants, ImmutableSet<Permission> limit) {

    private static final ImmutableSet<Permission> ALL = Sets.immutableEnumSet(ImmutableSet.copyOf(Permission.values()));

    /** Somebody of whom nothing is known. */
    public static final Actor PUBLIC = new Actor(Optional.empty(), "public", ImmutableList.of(), ALL);

    public Actor {
        requireNonNull(account, "account");
        Texts.checkTitle(name, "name");
        requireNonNull(grants, "grants");
        requireNonNull(limit, "limit");
    }

    /**
     * Whoever has the installation in hand: its command line, or the program that embeds it. May do everything.
     *
     * @param name how the journal names them
     */
    public static Actor system(String name) {
        return new Actor(
                Optional.empty(),
                name,
                ImmutableList.of(new Grant(Role.SYSTEM, Optional.empty(), Scope.EVERYTHING)),
                ALL);
    }

    /** What names them in a log: the account's id, which tells nobody who that is; the name of who has none. */
    public String label() {
        return account.map(AccountId::toString).orElse(name);
    }

    /** Somebody with an account. */
    public static Actor of(AccountId account, String name, ImmutableList<Grant> grants) {
        return new Actor(Optional.of(account), name, grants, ALL);
    }

    /** The same, who may do no more than this. */
    public Actor limitedTo(ImmutableSet<Permission> permissions) {
        return new Actor(
                account, name, grants, Sets.intersection(limit, permissions).immutableCopy());
    }

    /** Whether nothing is known of them. */
    public boolean isPublic() {
        return account.isEmpty() && grants.isEmpty();
    }
}
