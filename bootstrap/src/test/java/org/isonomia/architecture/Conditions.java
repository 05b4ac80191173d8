package org.isonomia.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;

/** Conditions that ArchUnit does not have. */
final class Conditions {

    private Conditions() {}

    /** For rules whose selection is already the violation. */
    static <T extends HasName.AndFullName> ArchCondition<T> notExist() {
        return violatedBy("not exist", item -> true, "exists");
    }

    /** The same for fields, to help the compiler. */
    static ArchCondition<JavaField> notExistAsField() {
        return violatedBy("not exist", item -> true, "exists");
    }

    /** The opposite, for rules that begin with {@code no…}. */
    static ArchCondition<JavaMethod> exist() {
        return new ArchCondition<>("exist") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(SimpleConditionEvent.satisfied(method, method.getDescription() + " exists"));
            }
        };
    }

    static ArchCondition<JavaClass> notDeclareTypes(Set<Class<?>> refused) {
        return new ArchCondition<>("not declare "
                + refused.stream().map(Class::getSimpleName).sorted().toList()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMember member : type.getMembers()) {
                    if (!member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        member.getAllInvolvedRawTypes().stream()
                                .filter(used -> refused.stream().anyMatch(used.getBaseComponentType()::isEquivalentTo))
                                .forEach(used -> events.add(violated(
                                        member, member.getDescription() + " declares " + used.getSimpleName())));
                    }
                }
            }
        };
    }

    /** An aggregate is what can be restored from what a store kept. */
    static ArchCondition<JavaField> notHoldAnAggregate() {
        return violatedBy(
                "not hold an aggregate",
                field -> field.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.getMethods().stream()
                                .anyMatch(method -> method.getName().equals("restore")
                                        && method.getModifiers().contains(JavaModifier.STATIC))),
                "holds an aggregate");
    }

    static <T extends HasName.AndFullName> ArchCondition<T> violatedBy(
            String description, Predicate<? super T> violation, String message) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                if (violation.test(item)) {
                    events.add(violated(item, item.getFullName() + " " + message));
                }
            }
        };
    }
}
