package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.StoreContract;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.plan.HealthRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cursor that somebody has tampered with is refused before the database sees what is in it. */
class CursorTest extends StoreContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }

    @ParameterizedTest
    @CsvSource({
        "DEADLINE, 1.2, 2026-99-31",
        "DEADLINE, 1.2, +999999999-01-01",
        "PROGRESS, 1.2, 1e999999999",
        "PROGRESS, 1.2, NaN",
        "TITLE, 1.2, a\u0000b",
        "CODE, a b, 1"
    })
    void isRefused(Sort sort, String code, String value) {
        String text = sort + " ascending\n" + code + "\n=" + value;
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(stores -> stores.search().actions(query(sort, cursor))));
    }

    private static ActionQuery query(Sort sort, String cursor) {
        ActionQuery all = ActionQuery.of(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, Sight.PUBLIC);
        return new ActionQuery(
                all.plan(),
                all.axes(),
                all.statuses(),
                all.healths(),
                all.kinds(),
                all.levels(),
                all.leads(),
                all.territories(),
                all.text(),
                all.today(),
                all.rule(),
                PlanSearch.Order.by(sort),
                10,
                Optional.of(cursor),
                Sight.PUBLIC);
    }
}
