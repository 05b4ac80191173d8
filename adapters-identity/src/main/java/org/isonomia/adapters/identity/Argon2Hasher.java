package org.isonomia.adapters.identity;

import static java.util.Objects.requireNonNull;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.domain.identity.Password;

/** Hashes in the PHC format, which says by itself how each was made. */
final class Argon2Hasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int VERSION = 19;

    private final Argon2Function function;
    private final Semaphore turns;
    private final String ofNothing;

    Argon2Hasher(IdentityAdapter.Strength strength, int atOnce) {
        requireNonNull(strength, "strength");
        function = Argon2Function.getInstance(
                strength.memory(), strength.iterations(), strength.parallelism(), HASH_BYTES, Argon2.ID, VERSION);
        turns = new Semaphore(atOnce, true);
        ofNothing = hash(new Password("nobody's password"));
    }

    /** Each hash needs much memory for a short while, so they take turns. */
    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    @Override
    public String hash(Password password) {
        return inTurn(() -> com.password4j.Password.hash(password.value())
                .addRandomSalt(SALT_BYTES)
                .with(function)
                .getResult());
    }

    @Override
    public boolean verify(Password password, String hash) {
        try {
            Argon2Function made = Argon2Function.getInstanceFromHash(hash);
            return inTurn(
                    () -> com.password4j.Password.check(password.value(), hash).with(made));
        } catch (BadParametersException unreadable) {
            return false;
        }
    }

    @Override
    public void verifyNothing(Password password) {
        verify(password, ofNothing);
    }

    @Override
    public boolean isOutdated(String hash) {
        try {
            return !Argon2Function.getInstanceFromHash(hash).equals(function);
        } catch (BadParametersException unreadable) {
            return true;
        }
    }
}
