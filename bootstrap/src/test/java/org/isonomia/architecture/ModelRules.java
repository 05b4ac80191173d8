package org.isonomia.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the model is written: immutable, closed, exact, and the same whenever and wherever it runs. */
final class ModelRules {

    private static final Map<String, Set<String>> SURROUNDINGS = Map.of(
            "java.lang.System", Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime"),
            "java.lang.Math", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.util.Locale", Set.of("getDefault"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"));

    private static final Set<Class<?>> BINARY_NUMBERS = Set.of(double.class, float.class, Double.class, Float.class);

    private ModelRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(house.domain())
                        .should()
                        .beFinal()
                        .because("a value or an aggregate that has changed is another one"),
                classes()
                        .that()
                        .resideInAPackage(house.domain())
                        .and(areOpen())
                        .should(Conditions.notExist())
                        .because(
                                "the model's types are final, records, enums, sealed or interfaces: nobody adds a case from outside"),
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(house.domain())
                        .and(areSetters())
                        .should(Conditions.exist())
                        .because("state changes by verbs that keep the invariants, and give a new object"),
                noClasses()
                        .that()
                        .resideInAnyPackage(house.domain(), house.application())
                        .should()
                        .accessTargetWhere(readsTheSurroundings())
                        .because("today, ids and settings are arguments: the same call gives the same answer"),
                classes()
                        .that()
                        .resideInAnyPackage(house.domain(), house.application())
                        .should(Conditions.notDeclareTypes(BINARY_NUMBERS))
                        .because("money, shares and headcounts are exact"),
                noClasses()
                        .that()
                        .resideInAnyPackage(house.domain(), house.application())
                        .should()
                        .dependOnClassesThat(assignableTo(java.util.Random.class))
                        .because("chance belongs to the source of ids in bootstrap"),
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(house.domain())
                        .and(areCollectionsOfTheJdk())
                        .should(Conditions.notExistAsField())
                        .because("what the model keeps is an immutable collection of Guava with a defined order"),
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(house.domain())
                        .should(Conditions.notHoldAnAggregate())
                        .because("an aggregate holds other aggregates by id, so that each is loaded and saved alone"));
    }

    private static DescribedPredicate<JavaClass> areOpen() {
        return DescribedPredicate.describe(
                "are neither final, sealed nor interfaces",
                type -> !type.isInterface()
                        && !type.isAnonymousClass()
                        && !type.getModifiers().contains(JavaModifier.FINAL)
                        && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !type.isEnum()
                        && !type.reflect().isSealed());
    }

    private static DescribedPredicate<JavaMethod> areSetters() {
        return DescribedPredicate.describe(
                "are setters",
                method -> method.getName().matches("set[A-Z].*")
                        && method.getRawParameterTypes().size() == 1);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSurroundings() {
        return DescribedPredicate.describe("read the clock, chance or the process's surroundings", access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            return (owner.startsWith("java.time.") && target.getName().equals("now"))
                    || SURROUNDINGS.getOrDefault(owner, Set.of()).contains(target.getName());
        });
    }

    private static DescribedPredicate<JavaField> areCollectionsOfTheJdk() {
        return DescribedPredicate.describe("are collections of the JDK", field -> {
            JavaClass type = field.getRawType();
            return type.getPackageName().startsWith("java.util")
                    && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
        });
    }
}
