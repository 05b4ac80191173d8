package org.isonomia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.domain.kernel.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendmentPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static PlanContent votedOn(String... days) {
        PlanContent content = Plans.draft().content();
        ImmutableList<Deliberation> deliberations = Stream.concat(
                        Stream.of(days).map(LocalDate::parse).map(Optional::of), Stream.of(Optional.<LocalDate>empty()))
                .map(day -> new Deliberation("D", day, Optional.empty(), Optional.empty()))
                .collect(ImmutableList.toImmutableList());
        return new PlanContent(
                content.profile(),
                deliberations,
                content.governance(),
                content.means(),
                content.axes(),
                content.engagements());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, true",
        "2026-11-25, false",
        "2025-02-28, true",
        "2025-02-27, false",
    })
    void anAmendmentIsDecidedFromTheFirstVoteToToday(String day, boolean good) {
        ImmutableList<Violation> violations = AmendmentPolicy.dateViolations(
                LocalDate.parse(day), votedOn("2025-09-01", "2025-02-28", "2026-01-01"), TODAY);

        assertThat(violations.isEmpty()).isEqualTo(good);
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.code()).isEqualTo(PlanViolations.AMENDMENT_DATE);
            assertThat(violation.attribute("value")).contains(day);
            assertThat(violation.attribute("expected")).contains("a day from 2025-02-28 to 2026-11-24");
        });
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, true", "1899-12-31, false"})
    void whereNoVoteHasADayAnyOfThisTimeIsGood(String day, boolean good) {
        assertThat(AmendmentPolicy.dateViolations(LocalDate.parse(day), votedOn(), TODAY)
                        .isEmpty())
                .isEqualTo(good);
    }
}
