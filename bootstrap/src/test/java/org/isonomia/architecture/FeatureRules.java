package org.isonomia.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Features have one order in every module. */
final class FeatureRules {

    private FeatureRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                noCycles(house.root() + ".domain.(*)..").because("features that know each other are one feature"),
                noCycles(house.root() + ".application.(*)..").because("features that know each other are one feature"),
                noCycles(house.root() + ".adapters.(*).(*)..").because("features that know each other are one feature"),
                noClasses()
                        .that()
                        .resideInAPackage(house.root() + ".domain.kernel..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(house.root() + ".domain.plan..", house.root() + ".domain.network..")
                        .because("the shared vocabulary knows no feature"),
                noClasses()
                        .that()
                        .resideInAPackage(house.root() + ".domain.network..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.root() + ".domain.plan..")
                        .because("organisations, partners and territories are there before any plan"));
    }

    private static ArchRule noCycles(String pattern) {
        return slices().matching(pattern).should().beFreeOfCycles();
    }
}
