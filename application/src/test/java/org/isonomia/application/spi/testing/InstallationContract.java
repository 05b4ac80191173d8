package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.Test;

/** What every {@link OrganisationRepository} must do. */
public abstract class InstallationContract extends StoreContract {

    @Test
    void givesBackAnOrganisation() {
        assertThat(ports().organisations().find(organisation.code())).contains(organisation);
        assertThat(ports().organisations().find(Samples.code("nobody"))).isEmpty();
    }

    @Test
    void listsOrganisationsByCode() {
        foundOrganisation();

        assertThat(ports().organisations().list())
                .contains(organisation)
                .isSortedAccordingTo(Comparator.comparing(Organisation::code));
    }

    @Test
    void replacesAnOrganisationOfTheSameId() {
        Organisation changed = new Organisation(
                organisation.id(),
                Samples.code(organisation.code() + "-b"),
                Samples.ODD_TEXT,
                Organisation.Kind.OTHER,
                Optional.empty(),
                ZoneId.of("UTC"),
                Locale.ENGLISH);
        ports().organisations().put(changed);

        assertThat(ports().organisations().find(changed.code())).contains(changed);
        assertThat(ports().organisations().find(organisation.code())).isEmpty();
    }

    @Test
    void refusesACodeThatAnotherOrganisationHas() {
        assertThatThrownBy(() -> ports().organisations()
                        .put(Samples.organisation(
                                UUID.randomUUID(), organisation.code().value())))
                .isInstanceOf(DuplicateCodeException.class);
        assertThat(ports().organisations().find(organisation.code())).contains(organisation);
    }
}
