package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Once;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.history.Journal;
import org.isonomia.application.history.Journals;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.application.spi.testing.TestSigner;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"));

    private final Ports ports = InMemoryStores.create().ports();
    private final Gateway gateway = TestGateway.of(ports, CLOCK);
    private final Journals journals = Journals.of(gateway, new TestSigner(1), CLOCK);
    private final Journal journal = journals.by(TestGateway.SYSTEM);
    private final Organisation organisation = Samples.organisation(new UUID(0, 1), "amp");

    private void change(String audience) {
        gateway.write(TestGateway.SYSTEM, UseCase.CHANGE_ENTRY, organisation, Optional.empty(), room -> {
            room.stores().directory().putAll(ImmutableList.of(Samples.audience(audience)));
            return true;
        });
    }

    private Optional<Long> signed() {
        return journal.head(organisation.code()).map(SignedHead::head).map(head -> head.size());
    }

    @Test
    void signsAJournalOnceItHasGrown() {
        ports.organisations().put(organisation);
        Once once = new Once(ports.organisations(), ports.unitOfWork(), CLOCK, Once.KEPT);
        try (Housekeeping housekeeping = new Housekeeping(ports.organisations(), journals, once)) {
            housekeeping.sign();
            assertThat(signed()).isEmpty();

            change("first");
            housekeeping.sign();
            assertThat(signed()).contains(1L);

            housekeeping.sign();
            change("second");
            change("third");
            housekeeping.sign();
            assertThat(signed()).contains(3L);
        }
    }
}
