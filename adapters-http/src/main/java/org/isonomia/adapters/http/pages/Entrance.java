package org.isonomia.adapters.http.pages;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.net.InetAddresses;
import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Peer;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.application.identity.Caller;
import org.isonomia.application.identity.Client;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.identity.Outcome;
import org.isonomia.domain.identity.Password;

/** Signs people in by what they typed, and tells what became of it. */
record Entrance(Desk desk, IdentityUseCases identity) {

    private static final int LONGEST_DEVICE = 200;
    private static final CharMatcher PRINTED = CharMatcher.inRange(' ', '~');

    Entrance {
        requireNonNull(desk, "desk");
        requireNonNull(identity, "identity");
    }

    /**
     * Who is signed in.
     *
     * @throws ProblemException if nobody is
     */
    Caller session(Context ctx) {
        Caller caller = desk.sessions().caller(ctx);
        if (caller.session().isEmpty()) {
            throw new ProblemException(ProblemType.CREDENTIAL_REQUIRED, "sign in first");
        }
        return caller;
    }

    /**
     * Who asks for a change, by a form of ours.
     *
     * @throws ProblemException if nobody is signed in, or the form is not ours
     */
    Caller own(Context ctx) {
        Caller caller = session(ctx);
        if (!desk.sessions().isGenuine(ctx)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "the form was not sent from a page of ours");
        }
        return caller;
    }

    Outcome byPassword(Context ctx) {
        String login = Strings.nullToEmpty(ctx.formParam("login")).strip();
        return kept(ctx, identity.signIn().byPassword(login, password(ctx, "password"), client(ctx)));
    }

    Outcome byCode(Context ctx) {
        String code = CharMatcher.whitespace().removeFrom(Strings.nullToEmpty(ctx.formParam("code")));
        return kept(ctx, identity.signIn().bySecondFactor(Sessions.secret(ctx).orElse(""), code, client(ctx)));
    }

    static Password password(Context ctx, String field) {
        return new Password(Strings.nullToEmpty(ctx.formParam(field)));
    }

    Outcome kept(Context ctx, Outcome outcome) {
        desk.sessions().keep(ctx, outcome);
        return outcome;
    }

    /** The status of an answer to somebody who is not signed in yet. */
    int status(Context ctx, Outcome outcome) {
        if (outcome instanceof Outcome.Throttled throttled) {
            long wait = Duration.between(desk.settings().clock().instant(), throttled.until())
                    .toSeconds();
            ctx.header("Retry-After", Long.toString(Math.max(1, wait)));
            return 429;
        }
        return 403;
    }

    /** What to tell them. */
    static Optional<String> problem(Words words, Outcome outcome, boolean code) {
        return switch (outcome) {
            case Outcome.Refused refused -> Optional.of(words.t(code ? "signin.code.refused" : "signin.refused"));
            case Outcome.Throttled throttled -> Optional.of(words.t("signin.throttled"));
            default -> Optional.empty();
        };
    }

    static Client client(Context ctx) {
        String agent = PRINTED.retainFrom(Strings.nullToEmpty(ctx.userAgent())).strip();
        String device = agent.length() > LONGEST_DEVICE ? agent.substring(0, LONGEST_DEVICE) : agent;
        return new Client(place(Peer.of(ctx).address()), Cookie.DEVICE.in(ctx), device.isBlank() ? "-" : device);
    }

    /** The address without what one subscriber changes at will: the last 64 bits of an IPv6 address. */
    private static String place(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        if (!InetAddresses.isInetAddress(bare)) {
            return bare.isEmpty() ? "-" : bare.substring(0, Math.min(bare.length(), 100));
        }
        InetAddress known = InetAddresses.forString(bare);
        if (known instanceof Inet6Address v6 && !v6.isLoopbackAddress()) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(v6.getAddress(), 8), 16);
            return InetAddresses.toAddrString(fromBytes(network)) + "/64";
        }
        return InetAddresses.toAddrString(known);
    }

    private static InetAddress fromBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
