package org.isonomia.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What fits into a reader's head: hard limits on size, and a comment on everything that others may call. */
class SourceBudgetTest {

    private static final String[] MODULES = {
        "domain",
        "application",
        "postgres-embedded",
        "adapters-files",
        "adapters-identity",
        "adapters-persistence",
        "adapters-http",
        "bootstrap"
    };

    private static final Sources PRODUCT = Sources.ofModules(MODULES);

    @Test
    void noClassHasMoreCodeThanFitsIntoAHead() {
        assertThat(SourceBudgets.classesLongerThan(300, PRODUCT)).isEmpty();
    }

    @Test
    void noMethodIsLongerThanAScreen() {
        assertThat(SourceBudgets.methodsLongerThan(40, PRODUCT)).isEmpty();
    }

    @Test
    void parametersAndComponentsCanBeCounted() {
        assertThat(SourceBudgets.moreArgumentsThan(new SourceBudgets.Arguments(7, 5, 10, 15), PRODUCT))
                .isEmpty();
    }

    @Test
    void everythingOfferedToOthersIsExplained() {
        assertThat(SourceBudgets.unexplained(Sources.ofModules("domain", "application", "postgres-embedded")))
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(SourceBudgets.sleeping(Sources.ofTests(MODULES))).isEmpty();
    }

    /** A budget that cannot be exceeded is none. */
    @Nested
    class Canary {

        @Test
        void aSmallerBudgetIsExceeded() {
            assertThat(SourceBudgets.classesLongerThan(100, PRODUCT)).isNotEmpty();
            assertThat(SourceBudgets.methodsLongerThan(15, PRODUCT)).isNotEmpty();
            assertThat(SourceBudgets.moreArgumentsThan(new SourceBudgets.Arguments(2, 5, 10, 15), PRODUCT))
                    .isNotEmpty();
            assertThat(SourceBudgets.moreArgumentsThan(new SourceBudgets.Arguments(7, 5, 2, 15), PRODUCT))
                    .isNotEmpty();
        }

        @Test
        void aCallOfSleepIsFound() {
            assertThat(SourceBudgets.sleeping(Sources.ofModules("postgres-embedded")))
                    .isNotEmpty();
        }

        @Test
        void aPlantedMemberWithoutJavadocIsFound() {
            Sources planted = Sources.in(List.of(Path.of("src/test/java/org/isonomia/architecture/planted/domain")));

            assertThat(SourceBudgets.unexplained(planted))
                    .anyMatch(finding -> finding.endsWith("setTitle has no Javadoc"));
        }
    }
}
