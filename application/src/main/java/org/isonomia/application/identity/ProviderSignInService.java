package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.application.spi.IdentityProvider.Identified;
import org.isonomia.application.spi.IdentityProvider.Proof;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.ProviderRefusedException;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.network.Siren;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class ProviderSignInService implements ProviderSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignInService.class);
    private static final Splitter PARTS = Splitter.on(' ');
    private static final int MAX_MEMORY = 2_000;

    private final IdentityPorts ports;
    private final IdentitySettings settings;
    private final ImmutableMap<String, IdentityProvider> providers;
    private final Throttle throttle;
    private final SessionDesk desk;

    ProviderSignInService(
            IdentityPorts ports,
            IdentitySettings settings,
            ImmutableMap<String, IdentityProvider> providers,
            Throttle throttle,
            SessionDesk desk) {
        this.ports = requireNonNull(ports, "ports");
        this.settings = requireNonNull(settings, "settings");
        this.providers = requireNonNull(providers, "providers");
        this.throttle = requireNonNull(throttle, "throttle");
        this.desk = requireNonNull(desk, "desk");
    }

    @Override
    public ImmutableSet<String> providers() {
        return providers.keySet();
    }

    private IdentityProvider provider(String name) {
        return Optional.ofNullable(providers.get(name))
                .orElseThrow(() -> new NotFoundException("no identity provider has this name"));
    }

    @Override
    public Departure begin(String provider, boolean again) {
        Proof proof = new Proof(
                desk.secret().value(), desk.secret().value(), desk.secret().value(), again);
        String memory = String.join(
                " ",
                Long.toString(ports.clock().instant().plus(PATIENCE).getEpochSecond()),
                proof.state(),
                proof.nonce(),
                proof.verifier(),
                Boolean.toString(again));
        return new Departure(
                provider(provider).authorization(proof), ports.cipher().seal(memory.getBytes(UTF_8), owner(provider)));
    }

    private static String owner(String provider) {
        return "departure to " + provider;
    }

    @Override
    public Outcome finish(
            String provider, String memory, ImmutableListMultimap<String, String> parameters, Client client) {
        Instant now = ports.clock().instant();
        IdentityProvider known = provider(provider);
        Proof proof = remembered(provider, memory, now);
        Identified identified = known.identify(proof, parameters);
        ImmutableSet<OrganisationId> vouched = organisationsOf(identified.siren());
        Optional<Account> found = ports.work().write(stores -> account(stores, identified, vouched));
        if (found.isEmpty()) {
            LOG.info("{} was not invited", identified.identity());
            return new Outcome.Refused();
        }
        return enter(found.get(), identified, confirmed(identified, proof, now), client, now);
    }

    private Proof remembered(String provider, String memory, Instant now) {
        try {
            if (memory.length() > MAX_MEMORY) {
                throw new ProviderRefusedException("this browser did not begin to sign in here");
            }
            List<String> parts = PARTS.splitToList(new String(ports.cipher().open(memory, owner(provider)), UTF_8));
            if (!now.isBefore(Instant.ofEpochSecond(Long.parseLong(parts.get(0))))) {
                throw new ProviderRefusedException("that took too long: begin again");
            }
            return new Proof(parts.get(1), parts.get(2), parts.get(3), Boolean.parseBoolean(parts.get(4)));
        } catch (IllegalStateException notOurs) {
            throw new ProviderRefusedException("this browser did not begin to sign in here", notOurs);
        }
    }

    private Optional<Account> account(
            IdentityStores stores, Identified identified, ImmutableSet<OrganisationId> vouched) {
        Optional<Account> known = stores.accounts().find(identified.identity());
        if (known.isPresent()) {
            return known.filter(account -> !account.disabled());
        }
        Optional<Account> invited = identified
                .login()
                .flatMap(stores.accounts()::find)
                .filter(account -> !account.disabled() && !account.operator())
                .filter(account -> holdsRolesOnlyIn(vouched, stores.grants().of(account.id())));
        invited.ifPresent(account -> {
            stores.accounts().link(account.id(), identified.identity());
            stores.invitations().removeOf(account.id());
            LOG.info("account {} is now known to an identity provider", account.id());
        });
        return invited;
    }

    /**
     * Somebody may hold roles in several organisations; then the word of one of them is not enough: its lead could invite
     * whom they like, and its provider call somebody else by their address.
     */
    private static boolean holdsRolesOnlyIn(ImmutableSet<OrganisationId> vouched, ImmutableList<Grant> grants) {
        return !grants.isEmpty()
                && grants.stream()
                        .allMatch(grant ->
                                grant.organisation().map(vouched::contains).orElse(false));
    }

    private ImmutableSet<OrganisationId> organisationsOf(Optional<Siren> siren) {
        return ports.organisations().list().stream()
                .filter(organisation ->
                        siren.isPresent() && organisation.siren().equals(siren))
                .map(Organisation::id)
                .collect(toImmutableSet());
    }

    @Override
    public void tie(Caller caller, String provider, String memory, ImmutableListMultimap<String, String> parameters) {
        Session session = caller.confirmed();
        Proof proof = remembered(provider, memory, ports.clock().instant());
        Identified identified = provider(provider).identify(proof, parameters);
        ports.work().write(stores -> {
            stores.accounts().link(session.account(), identified.identity());
            return session;
        });
        LOG.info("account {} is now known to an identity provider", session.account());
    }

    /** When they last proved who they are; so long ago that it counts as no fresh proof where the provider does not tell. */
    private Instant confirmed(Identified identified, Proof proof, Instant now) {
        Instant longAgo = now.minus(settings.freshness());
        return identified.authenticated().map(at -> at.isAfter(now) ? now : at).orElse(proof.again() ? now : longAgo);
    }

    private Outcome enter(Account account, Identified identified, Instant confirmed, Client client, Instant now) {
        boolean due = account.hasSecondFactor() && !identified.secondFactor();
        SessionDesk.Ticket ticket = due
                ? desk.afterPassword(account, client.description(), now)
                : desk.vouched(account.id(), client.description(), identified.secondFactor(), confirmed, now);
        ports.work().write(stores -> {
            desk.open(stores, ticket, Optional.empty(), now);
            return ticket;
        });
        if (due) {
            return new Outcome.SecondFactorDue(ticket.secret(), ticket.session());
        }
        LOG.info("account {} signed in by an identity provider", account.id());
        return new Outcome.SignedIn(
                ticket.secret(), ticket.session(), throttle.remember(account, client, desk.secret(), now));
    }
}
