package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Secret;

final class FirstOperatorService implements FirstOperator {

    private final IdentityPorts ports;
    private final IdentitySettings settings;

    FirstOperatorService(IdentityPorts ports, IdentitySettings settings) {
        this.ports = requireNonNull(ports, "ports");
        this.settings = requireNonNull(settings, "settings");
    }

    @Override
    public Optional<Secret> invite() {
        Instant now = ports.clock().instant();
        Secret secret = Secret.of("", ports.secrets().next(Secret.BYTES));
        return ports.work().write(stores -> {
            if (!stores.accounts().lockOperators().isEmpty()) {
                return Optional.empty();
            }
            stores.invitations()
                    .put(new Invitation(
                            secret.digest(),
                            Invitation.Purpose.FIRST_OPERATOR,
                            Optional.empty(),
                            now,
                            now.plus(settings.invitation())));
            return Optional.of(secret);
        });
    }
}
