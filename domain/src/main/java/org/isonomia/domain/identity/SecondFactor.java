package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * A device of somebody's that shows one-time codes.
 *
 * @param sealed its secret, encrypted and in Base64; 1 to 1000 characters
 * @param confirmed whether a code of it has been shown, so that it counts
 * @param lastStep the step of the last code that was used; 0 at first
 * @param recoveryCodes what may be used once each instead of a code
 */
public record SecondFactor(String sealed, boolean confirmed, long lastStep, ImmutableSet<SecretDigest> recoveryCodes) {
    public SecondFactor {
        requireNonNull(sealed, "sealed");
        checkArgument(!sealed.isEmpty() && sealed.length() <= 1000, "sealed has 1 to 1000 characters");
        checkArgument(lastStep >= 0, "lastStep must not be negative: %s", lastStep);
        requireNonNull(recoveryCodes, "recoveryCodes");
    }

    /** A device that was never used yet. */
    public static SecondFactor begun(String sealed) {
        return new SecondFactor(sealed, false, 0, ImmutableSet.of());
    }

    /** The same after a code of it was used. */
    public SecondFactor used(long step) {
        return new SecondFactor(sealed, true, step, recoveryCodes);
    }

    /** The same with other recovery codes. */
    public SecondFactor withRecoveryCodes(ImmutableSet<SecretDigest> codes) {
        return new SecondFactor(sealed, confirmed, lastStep, codes);
    }

    /** The same without a recovery code, which has been used. */
    public SecondFactor without(SecretDigest code) {
        return withRecoveryCodes(
                Sets.difference(recoveryCodes, ImmutableSet.of(code)).immutableCopy());
    }

    @Override
    public String toString() {
        return confirmed ? "a second factor" : "a second factor that is not confirmed";
    }
}
