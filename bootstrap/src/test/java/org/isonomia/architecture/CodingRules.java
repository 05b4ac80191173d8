package org.isonomia.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Habits of the whole house. */
final class CodingRules {

    private static final String VAGUE_NAMES = ".*(Utils?|Helper|Manager|Impl|DTO|Dto|VO|Entity|Bean)";

    private CodingRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(house.bootstrap())
                        .should(ACCESS_STANDARD_STREAMS)
                        .because("only the program has a terminal; the rest logs"),
                noClasses().should(THROW_GENERIC_EXCEPTIONS).because("a caller can only handle what has a name"),
                noClasses().should(USE_JAVA_UTIL_LOGGING).because("logs go through SLF4J"),
                noFields()
                        .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
                        .because("collaborators come through the constructor, wired by hand"),
                fields().that()
                        .haveRawType("org.slf4j.Logger")
                        .should()
                        .bePrivate()
                        .andShould()
                        .beStatic()
                        .andShould()
                        .beFinal()
                        .because("a class logs under its own name"),
                noClasses()
                        .should()
                        .haveNameMatching(VAGUE_NAMES)
                        .because("a name says what a class is for, not that it is a class"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat|"
                                        + "java\\.sql\\.(Date|Time|Timestamp)")
                        .because("dates are java.time: immutable, and a day is not an instant"),
                classes()
                        .that()
                        .resideOutsideOfPackage(house.generated())
                        .should(Conditions.violatedBy(
                                "be in a package that is @NullMarked",
                                (JavaClass type) -> !type.getPackage().isAnnotatedWith(NullMarked.class),
                                "is in a package without @NullMarked"))
                        .because("null is the exception that has to be declared"),
                classes()
                        .that(areExceptions())
                        .should()
                        .haveSimpleNameEndingWith("Exception")
                        .andShould()
                        .beAssignableTo(RuntimeException.class)
                        .because("refusals are unchecked, and named as what they are"));
    }

    private static DescribedPredicate<JavaClass> areExceptions() {
        return JavaClass.Predicates.assignableTo(Throwable.class).as("are exceptions");
    }
}
