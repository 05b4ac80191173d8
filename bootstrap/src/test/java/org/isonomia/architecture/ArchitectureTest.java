package org.isonomia.architecture;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The product keeps the rules of the house. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRule() {
        return ArchitectureRules.of(House.PRODUCT).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(ProductClasses.PRODUCT)));
    }
}
