package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.application.spi.testing.Samples.code;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.domain.network.Audience;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link DirectoryRepository} must do. */
public abstract class DirectoryRepositoryContract extends StoreContract {

    private Optional<Stored> stored(Directory directory, String code) {
        return read(stores -> stores.directory().find(directory, code(code)));
    }

    @ParameterizedTest
    @EnumSource
    void beginsEmpty(Directory directory) {
        assertThat(list(stores -> stores.directory().list(directory))).isEmpty();
        assertThat(stored(directory, "none")).isEmpty();
        assertThat(list(stores -> stores.directory().existing(directory, ImmutableList.of())))
                .isEmpty();
        assertThat(list(stores -> stores.directory().findAll(directory, ImmutableList.of())))
                .isEmpty();
    }

    @Test
    void givesBackWhatWasPut() {
        write(stores -> stores.directory().putAll(Samples.directory()));

        for (DirectoryEntry entry : Samples.directory()) {
            assertThat(stored(entry.directory(), entry.code().value())).contains(new Stored(entry, 1));
        }
        assertThat(stored(Directory.PARTNERS, "ACSE")
                        .map(known -> ((Partner) known.entry()).successors().asList()))
                .contains(ImmutableList.of(code("CGET"), code("ANCT")));
        assertThat(stored(Directory.TERRITORIES, "13055")
                        .map(known -> ((Territory) known.entry()).memberOf().asList()))
                .contains(ImmutableList.of(code("AMP"), code("CT1")));
    }

    @Test
    void listsInNaturalOrderOfCode() {
        write(stores -> stores.directory().putAll(Samples.directory()));

        assertThat(list(stores -> stores.directory().list(Directory.TERRITORIES)))
                .extracting(stored -> stored.entry().code().value())
                .containsExactly("9001", "13001", "13055", "AMP", "CT1");
        assertThat(list(stores -> stores.directory()
                        .findAll(Directory.TERRITORIES, ImmutableSet.of(code("13055"), code("z"), code("9001")))))
                .extracting(stored -> stored.entry().code().value())
                .containsExactly("9001", "13055");
        assertThat(list(stores ->
                        stores.directory().existing(Directory.TERRITORIES, ImmutableSet.of(code("13055"), code("z")))))
                .containsExactly(code("13055"));
    }

    @Test
    void replacesAnEntryOfTheSameCodeAndCountsVersions() {
        write(stores -> stores.directory().putAll(Samples.directory()));
        Partner bare = new Partner(
                code("ACSE"),
                "Autre",
                ImmutableSet.of(code("ANCT")),
                org.isonomia.domain.kernel.PartialPeriod.UNKNOWN,
                Optional.empty(),
                ImmutableList.of());
        write(stores -> stores.directory().putAll(ImmutableList.of(bare, new Audience(code("new"), "Neuf"))));

        assertThat(stored(Directory.PARTNERS, "ACSE")).contains(new Stored(bare, 2));
        assertThat(stored(Directory.AUDIENCES, "new").map(Stored::version)).contains(1);
        assertThat(stored(Directory.PARTNERS, "ANCT").map(Stored::version)).contains(1);
    }

    @Test
    void keepsWhatIsReferredToWhenItIsReplaced() {
        storeSamples();
        write(stores -> stores.directory()
                .putAll(ImmutableList.of(new OrganisationalUnit(
                        code("DIR"), "Autre nom", OrganisationalUnit.Kind.DIRECTION, Optional.of(code("DGA"))))));

        assertThat(stored(Directory.UNITS, "DIR").map(Stored::version)).contains(2);
    }

    @ParameterizedTest
    @CsvSource({
        "UNITS, DIR",
        "UNITS, DGA",
        "PEOPLE, chef",
        "PEOPLE, elue",
        "PARTNERS, ANCT",
        "PARTNERS, CGET",
        "AUDIENCES, agents",
        "TERRITORIES, 13001",
        "TERRITORIES, AMP"
    })
    void refusesToRemoveWhatIsReferredTo(Directory directory, String code) {
        storeSamples();

        assertThatThrownBy(() -> write(stores -> stores.directory().removeAll(directory, ImmutableList.of(code(code)))))
                .isInstanceOf(EntryInUseException.class);
        assertThat(stored(directory, code)).isPresent();
    }

    @Test
    void refusesAtOnceAndLetsTheWorkGoOn() {
        storeSamples();
        write(stores -> {
            assertThatThrownBy(() -> stores.directory()
                            .removeAll(Directory.TERRITORIES, ImmutableList.of(code("9001"), code("AMP"))))
                    .isInstanceOf(EntryInUseException.class);
            stores.directory().putAll(ImmutableList.of(new Audience(code("new"), "Neuf")));
        });

        assertThat(stored(Directory.TERRITORIES, "9001")).isPresent();
        assertThat(stored(Directory.AUDIENCES, "new")).isPresent();
    }

    @Test
    void removesWhatReferToEachOtherTogether() {
        write(stores -> stores.directory().putAll(Samples.directory()));
        write(stores -> {
            stores.directory()
                    .removeAll(
                            Directory.TERRITORIES,
                            ImmutableList.of(
                                    code("AMP"), code("CT1"), code("13055"), code("13001"), code("9001"), code("z")));
            stores.directory().removeAll(Directory.PEOPLE, ImmutableList.of(code("chef")));
            stores.directory().removeAll(Directory.UNITS, ImmutableList.of(code("DGA"), code("DIR")));
        });

        assertThat(list(stores -> stores.directory().list(Directory.TERRITORIES)))
                .isEmpty();
        assertThat(list(stores -> stores.directory().list(Directory.UNITS))).isEmpty();
    }
}
