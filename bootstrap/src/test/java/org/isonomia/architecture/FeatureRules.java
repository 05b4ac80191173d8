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
                        .resideInAnyPackage(
                                house.root() + ".domain.plan..",
                                house.root() + ".domain.network..",
                                house.root() + ".domain.identity..")
                        .because("the shared vocabulary knows no feature"),
                noClasses()
                        .that()
                        .resideInAPackage(house.root() + ".domain.network..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.root() + ".domain.plan..")
                        .because("organisations, partners and territories are there before any plan"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                house.root() + ".domain.identity..",
                                house.spi(),
                                house.root() + ".application.identity..",
                                house.adapters(),
                                house.bootstrap())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.root() + ".domain.identity..")
                        .because("what somebody may do does not depend on how they proved who they are"));
    }

    private static ArchRule noCycles(String pattern) {
        return slices().matching(pattern).should().beFreeOfCycles();
    }
}
