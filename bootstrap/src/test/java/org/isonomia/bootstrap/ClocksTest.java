package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.ZoneId;
import org.isonomia.application.document.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {

    /** These two are always in different days. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void aCommandIsDatedWhereTheOrganisationIs(String zone) {
        Node document = Node.mapping(
                ImmutableMap.of("organisation", Node.mapping(ImmutableMap.of("timeZone", Node.text(zone)))));
        LocalDate before = LocalDate.now(ZoneId.of(zone));
        LocalDate dated = Clocks.today(document);

        assertThat(dated).isBetween(before, LocalDate.now(ZoneId.of(zone)));
    }
}
