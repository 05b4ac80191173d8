package org.isonomia.application.network;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.journal.Recorder;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.Stores;

/** The use cases of networks. Each is asked on somebody's behalf: {@code networks.by(caller).networking()}. */
public final class NetworkUseCases {

    private final Gateway gateway;
    private final InstantSource clock;

    private NetworkUseCases(Gateway gateway, InstantSource clock) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Makes the use cases.
     *
     * @param gateway the way to the data
     * @param clock what time it is
     */
    public static NetworkUseCases of(Gateway gateway, InstantSource clock) {
        return new NetworkUseCases(gateway, clock);
    }

    /** An organisation's part in networks, whose changes are noted. */
    public static NetworkRepository watched(Stores stores, Recorder recorder) {
        return new WatchedNetwork(stores, recorder);
    }

    /** What this caller may ask. */
    public Desk by(Caller caller) {
        return new Desk(new NetworkingService(gateway, caller, clock), new PlanSharingService(gateway, caller));
    }

    /**
     * The use cases on somebody's behalf.
     *
     * @param networking memberships
     * @param sharing what members let the network see
     */
    public record Desk(Networking networking, PlanSharing sharing) {
        public Desk {
            requireNonNull(networking, "networking");
            requireNonNull(sharing, "sharing");
        }
    }
}
