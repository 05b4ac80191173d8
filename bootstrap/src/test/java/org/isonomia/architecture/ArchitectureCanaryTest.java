package org.isonomia.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that cannot fail is worse than none: each one reads something, and refuses what was planted against it. */
class ArchitectureCanaryTest {

    /** How many classes a module has at least; far fewer means that the rules do not see it. */
    private static final Map<String, Integer> SIZES = Map.of(
            House.PRODUCT.domain(), 60,
            House.PRODUCT.application(), 25,
            House.PRODUCT.spi(), 15,
            House.PRODUCT.postgres(), 20,
            House.PRODUCT.bootstrap(), 2);

    @TestFactory
    Stream<DynamicTest> aPlantedViolationIsFound() {
        return ArchitectureRules.of(House.PLANTED).stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> assertThat(rule.evaluate(ProductClasses.PLANTED).hasViolation())
                                .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> everyRoomHasClasses() {
        return House.PRODUCT.rooms().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room, () -> assertThat(classesIn(room)).isGreaterThanOrEqualTo(SIZES.getOrDefault(room, 1))));
    }

    @Test
    void everyRuleSaysWhy() {
        assertThat(ArchitectureRules.of(House.PRODUCT))
                .allMatch(rule -> rule.getDescription().contains(", because "));
    }

    @Test
    void noTestIsTakenForTheProduct() {
        assertThat(ProductClasses.PRODUCT)
                .noneMatch(type -> type.getSimpleName().endsWith("Test"));
    }

    private static long classesIn(String room) {
        return ProductClasses.PRODUCT.stream()
                .filter(JavaClass.Predicates.resideInAPackage(room))
                .count();
    }
}
