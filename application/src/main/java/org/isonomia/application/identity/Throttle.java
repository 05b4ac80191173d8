package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.isonomia.application.spi.SignInAttemptRepository;
import org.isonomia.application.spi.SignInAttemptRepository.Tally;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.SecretDigest;

/**
 * Slows guessing down without locking anybody else out. Attempts are counted before they are looked at, so that many at once
 * are no way around, and taken back when they were right.
 *
 * <p>What is counted: attempts at a login from a place; all attempts from an address; all attempts of all. A place is the
 * address, or the device if that has signed in by this login before; where somebody has signed in before, the attempts of
 * others at the same address do not count.
 */
final class Throttle {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int AT_A_LOGIN = 5;
    static final int FROM_AN_ADDRESS = 100;
    static final int ALTOGETHER = 10_000;
    static final int AT_A_SECOND_FACTOR = 10;

    private static final Duration TRUST = Duration.ofDays(90);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final SignInAttemptRepository attempts;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    Throttle(SignInAttemptRepository attempts) {
        this.attempts = requireNonNull(attempts, "attempts");
    }

    /** Whether an attempt may be made. */
    sealed interface Admission {

        /** It may, and was counted under these keys. */
        record Admitted(ImmutableList<SecretDigest> counted) implements Admission {}

        /** It may not before this instant. */
        record Held(Instant until) implements Admission {}
    }

    /** Counts an attempt to sign in by a login, as it was typed. */
    Admission admit(String login, Client client, Instant now) {
        sweep(now);
        SecretDigest place = place(login, client, now);
        ImmutableList.Builder<SecretDigest> counted = ImmutableList.builder();
        if (!attempts.isTrusted(place, now)) {
            SecretDigest address = key("address", client.address(), "");
            Tally fromAddress = attempts.count(address, now, WINDOW);
            if (fromAddress.attempts() > FROM_AN_ADDRESS) {
                return new Admission.Held(fromAddress.windowEnd());
            }
            SecretDigest all = key("all", "", "");
            Tally altogether = attempts.count(all, now, WINDOW);
            if (altogether.attempts() > ALTOGETHER) {
                return new Admission.Held(altogether.windowEnd());
            }
            counted.add(address, all);
        }
        return limited(counted.add(place).build(), AT_A_LOGIN, now);
    }

    /** Counts an attempt to show a code; only who knows the password comes so far. */
    Admission admit(AccountId account, Client client, Instant now) {
        SecretDigest place = place(account.toString(), client, now);
        SecretDigest counted = attempts.isTrusted(place, now)
                ? key("factor at", place.value(), "")
                : key("factor", account.toString(), "");
        return limited(ImmutableList.of(counted), AT_A_SECOND_FACTOR, now);
    }

    private Admission limited(ImmutableList<SecretDigest> counted, int limit, Instant now) {
        Tally tally = attempts.count(counted.getLast(), now, WINDOW);
        return tally.attempts() > limit ? new Admission.Held(tally.windowEnd()) : new Admission.Admitted(counted);
    }

    /** The attempt was right: it counts no more. */
    void takeBack(Admission.Admitted admission) {
        admission.counted().forEach(attempts::takeBack);
    }

    /**
     * Somebody has signed in: remembers where, and by which device.
     *
     * @param fresh what to call the device if it has no name yet
     * @return what the device is called from now on
     */
    Secret remember(Account account, Client client, Secret fresh, Instant now) {
        Secret device =
                client.device().filter(Secret::isPossible).map(Secret::new).orElse(fresh);
        Instant until = now.plus(TRUST);
        String login = account.login().value();
        attempts.trust(key("place", client.address(), login), until);
        for (String who : ImmutableList.of(login, account.id().toString())) {
            attempts.trust(key("device", device.digest().value(), who), until);
        }
        return device;
    }

    /** The device if it has signed in by this login before, or else the address. */
    private SecretDigest place(String who, Client client, Instant now) {
        return client.device()
                .filter(Secret::isPossible)
                .map(device -> key("device", SecretDigest.of(device).value(), who))
                .filter(device -> attempts.isTrusted(device, now))
                .orElseGet(() -> key("place", client.address(), who));
    }

    /** Kinds and places have no bar in them, so that two keys never read the same. */
    private static SecretDigest key(String kind, String place, String who) {
        return SecretDigest.of(kind + "|" + place.replace("|", "") + "|" + who);
    }

    private void sweep(Instant now) {
        Instant last = swept.get();
        if (now.isAfter(last.plus(BETWEEN_SWEEPS)) && swept.compareAndSet(last, now)) {
            attempts.sweep(now);
        }
    }
}
