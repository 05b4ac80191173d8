package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.kernel.Texts;

/**
 * Somebody who may sign in. What they may do is held by the grants of the account, but for one thing: who runs the
 * installation is written here, since that belongs to no organisation.
 *
 * @param id its identity
 * @param login by what they sign in
 * @param name how others and the journal see them, a title
 * @param operator whether they run the installation
 * @param password the hash of their password; empty until they accepted an invitation
 * @param secondFactor what they need beside the password
 * @param disabled whether they may not sign in
 * @param created when it was made
 * @param version 1 when it is new, one more after each change
 */
public record Account(
        AccountId id,
        Login login,
        String name,
        boolean operator,
        Optional<String> password,
        Optional<SecondFactor> secondFactor,
        boolean disabled,
        Instant created,
        int version) {
    public Account {
        requireNonNull(id, "id");
        requireNonNull(login, "login");
        Texts.checkTitle(name, "name");
        requireNonNull(password, "password");
        checkArgument(password.isEmpty() || !password.get().isEmpty(), "an empty hash");
        requireNonNull(secondFactor, "secondFactor");
        requireNonNull(created, "created");
        checkArgument(version >= 1, "version must be at least 1: %s", version);
    }

    /** Somebody who was invited and has no password yet. */
    public static Account invited(AccountId id, Login login, String name, Instant created) {
        return new Account(id, login, name, false, Optional.empty(), Optional.empty(), false, created, 1);
    }

    /** Whether they accepted their invitation. */
    public boolean isActive() {
        return password.isPresent() && !disabled;
    }

    /** Whether a code is needed beside the password. */
    public boolean hasSecondFactor() {
        return secondFactor.map(SecondFactor::confirmed).orElse(false);
    }

    /** The same as runner of the installation, or as that no more. */
    public Account asOperator(boolean runs) {
        return new Account(id, login, name, runs, password, secondFactor, disabled, created, version);
    }

    /** The same with another password. */
    public Account withPassword(String hash) {
        return new Account(id, login, name, operator, Optional.of(hash), secondFactor, disabled, created, version);
    }

    /** The same with another second factor, or none. */
    public Account withSecondFactor(Optional<SecondFactor> factor) {
        return new Account(id, login, name, operator, password, factor, disabled, created, version);
    }

    /** The same, who may sign in no more, or may again. */
    public Account disabled(boolean refused) {
        return new Account(id, login, name, operator, password, secondFactor, refused, created, version);
    }

    /** The same in the version that a store keeps next. */
    public Account next() {
        return new Account(id, login, name, operator, password, secondFactor, disabled, created, version + 1);
    }

    @Override
    public String toString() {
        return "account " + id;
    }
}
