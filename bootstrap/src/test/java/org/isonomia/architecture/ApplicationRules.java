package org.isonomia.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** How use cases and ports are offered, and how adapters take part. */
final class ApplicationRules {

    private static final String PORT_NAMES =
            ".*(Repository|Search|Source|Format|UnitOfWork|Stores|Hasher|Screen|Cipher|Provider|Signer)"
                    + "|.*\\.package-info";

    /** The door of each adapter, which the wiring opens. */
    private static final Set<String> DOORS =
            Set.of("FileFormats", "IdentityAdapter", "PersistenceAdapter", "HttpAdapter");

    /** Who may open units of work: the gateway, and what makes one of several that it opens. */
    private static final Set<String> GATEWAYS = Set.of("Gateway", "Once");

    private ApplicationRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage(house.application())
                        .and(implementUseCasesIn(house))
                        .should()
                        .notBePublic()
                        .because("a service is reached through the use case it implements"),
                classes()
                        .that()
                        .resideInAPackage(house.application())
                        .and(goPastTheGateway())
                        .should(Conditions.notExist())
                        .because("the gateway asks who may do what, and writes down what was done"),
                classes()
                        .that()
                        .resideInAPackage(house.spi())
                        .and()
                        .areInterfaces()
                        .and()
                        .areTopLevelClasses()
                        .should()
                        .haveNameMatching(PORT_NAMES)
                        .because("a port's name says what kind of thing an adapter has to be"),
                classes()
                        .that()
                        .resideInAPackage(house.spi())
                        .and(areNotVocabularyOfPorts())
                        .should(Conditions.notExist())
                        .because("ports have interfaces, records, enums and exceptions; behaviour is in services"),
                classes()
                        .that()
                        .resideInAPackage(house.adapters())
                        .and(implementOtherThanPortsOf(house))
                        .should(Conditions.notExist())
                        .because("what an adapter implements is a port; use cases are implemented once"),
                classes()
                        .that()
                        .resideInAPackage(house.adapters())
                        .and()
                        .resideOutsideOfPackage(house.generated())
                        .and(arePublicWithoutNeed())
                        .should(Conditions.notExist())
                        .because(
                                "public is a decision: an adapter has one door, and what only its own package uses is package-private"));
    }

    private static DescribedPredicate<JavaClass> goPastTheGateway() {
        return DescribedPredicate.describe(
                "open units of work and are not the gateway",
                type -> !GATEWAYS.contains(type.getSimpleName())
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getSimpleName()
                                        .equals("UnitOfWork")));
    }

    private static DescribedPredicate<JavaClass> implementUseCasesIn(House house) {
        return DescribedPredicate.describe(
                "implement a use case",
                type -> !type.isInterface()
                        && !type.isRecord()
                        && !type.isEnum()
                        && type.getAllRawInterfaces().stream()
                                .anyMatch(
                                        offered -> isIn(offered, house.application()) && !isIn(offered, house.spi())));
    }

    private static DescribedPredicate<JavaClass> areNotVocabularyOfPorts() {
        return DescribedPredicate.describe(
                "are neither interfaces, records, enums nor exceptions",
                type -> !type.isInterface()
                        && !type.isRecord()
                        && !type.isEnum()
                        && !type.isAnonymousClass()
                        && !type.isAssignableTo(Throwable.class)
                        && !type.getSimpleName().equals("package-info"));
    }

    private static DescribedPredicate<JavaClass> implementOtherThanPortsOf(House house) {
        return DescribedPredicate.describe(
                "implement an interface of the application that is not a port",
                type -> type.getAllRawInterfaces().stream()
                        .anyMatch(offered -> isIn(offered, house.application()) && !isIn(offered, house.spi())));
    }

    private static DescribedPredicate<JavaClass> arePublicWithoutNeed() {
        return DescribedPredicate.describe(
                "are public and used by no other package",
                type -> type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !DOORS.contains(type.getSimpleName())
                        && !ProductClasses.USED_BY_TEMPLATES.contains(type.getName())
                        && type.getDirectDependenciesToSelf().stream()
                                .noneMatch(use ->
                                        !use.getOriginClass().getPackageName().equals(type.getPackageName())));
    }

    private static boolean isIn(JavaClass type, String room) {
        return JavaClass.Predicates.resideInAPackage(room).test(type);
    }
}
