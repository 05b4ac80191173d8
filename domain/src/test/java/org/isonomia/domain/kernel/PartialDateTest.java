package org.isonomia.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2026-02, 2026-02-01, 2026-02-28",
        "2024-02, 2024-02-01, 2024-02-29",
        "2026-03-21, 2026-03-21, 2026-03-21",
        "1900, 1900-01-01, 1900-12-31",
        "2999-12-31, 2999-12-31, 2999-12-31"
    })
    void coversItsWholeSpanAndReadsBack(String text, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.parse(text);
        assertThat(date.firstDay()).isEqualTo(first);
        assertThat(date.lastDay()).isEqualTo(last);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-02-30",
                "2026-3-1",
                "1899",
                "3000",
                "21/03/2026",
                "2026-03-21T00:00",
                "٢٠٢٦"
            })
    void refusesWhatIsNoDate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(text));
    }

    @Test
    void putsTheLongerSpanFirst() {
        assertThat(Stream.of("2026-01-01", "2026-01", "2026", "2025-12-31")
                        .map(PartialDate::parse)
                        .sorted()
                        .map(PartialDate::toString))
                .isEqualTo(List.of("2025-12-31", "2026", "2026-01", "2026-01-01"));
    }

    @Test
    void aPeriodMayEndInTheMonthItBegins() {
        PartialPeriod period = PartialPeriod.of(PartialDate.parse("2026-03-21"), PartialDate.parse("2026-03"));
        assertThat(period.lastDay()).contains(LocalDate.of(2026, 3, 31));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialPeriod.of(PartialDate.parse("2026-04"), PartialDate.parse("2026-03")));
    }
}
