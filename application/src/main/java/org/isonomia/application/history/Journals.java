package org.isonomia.application.history;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.time.InstantSource;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.spi.HeadSigner;

/** The journals of an installation. Each use case is asked on somebody's behalf: {@code journals.by(caller)}. */
public final class Journals {

    private static final int KEY_DIGITS = 16;

    private final Gateway gateway;
    private final HeadSigner signer;
    private final InstantSource clock;

    private Journals(Gateway gateway, HeadSigner signer, InstantSource clock) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.signer = requireNonNull(signer, "signer");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Makes the use cases.
     *
     * @param gateway the way to the data
     * @param signer what signs heads
     * @param clock what time it is
     */
    public static Journals of(Gateway gateway, HeadSigner signer, InstantSource clock) {
        return new Journals(gateway, signer, clock);
    }

    /** What this caller may ask. */
    public Journal by(Caller caller) {
        return new JournalService(gateway, caller, signer, clock);
    }

    /** The identity of a public key: the first 16 hexadecimal digits of the SHA-256 of its X.509 encoding. */
    public static String keyOf(byte[] publicKey) {
        return Hashing.sha256().hashBytes(publicKey).toString().substring(0, KEY_DIGITS);
    }
}
