package org.isonomia.application.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.domain.kernel.Texts;

/**
 * From where somebody signs in.
 *
 * @param address their network address as the adapter trusts it, 1 to 100 characters; what one subscriber can change at will
 *     (the last 64 bits of an IPv6 address) should not be part of it
 * @param device what {@link Outcome.SignedIn#device} told this device before, if it did
 * @param description what the device says of itself, a title
 */
public record Client(String address, Optional<String> device, String description) {
    public Client {
        checkArgument(!address.isEmpty() && address.length() <= 100, "an address has 1 to 100 characters");
        requireNonNull(device, "device");
        Texts.checkTitle(description, "description");
    }
}
