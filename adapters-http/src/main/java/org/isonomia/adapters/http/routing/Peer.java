package org.isonomia.adapters.http.routing;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * From where a request comes, as far as that can be believed.
 *
 * @param address the network address of whoever asks
 * @param secure whether they came by https
 */
public record Peer(String address, boolean secure) {

    private static final String KNOWN = "isonomia.peer";

    public Peer {
        requireNonNull(address, "address");
    }

    /** Notes it for {@link #of}. */
    public void remember(Context ctx) {
        ctx.attribute(KNOWN, this);
    }

    /** Who sent a request: what was noted, else what the connection says. */
    public static Peer of(Context ctx) {
        return Optional.<Peer>ofNullable(ctx.attribute(KNOWN))
                .orElseGet(
                        () -> new Peer(ctx.req().getRemoteAddr(), ctx.scheme().equals("https")));
    }
}
