package org.isonomia.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Every rule of the house, for the product or for the planted violations. */
final class ArchitectureRules {

    private ArchitectureRules() {}

    static List<ArchRule> of(House house) {
        return Stream.of(
                        LayerRules.of(house),
                        TechnologyRules.of(house),
                        ModelRules.of(house),
                        ApplicationRules.of(house),
                        FeatureRules.of(house),
                        CodingRules.of(house))
                .flatMap(List::stream)
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }
}
