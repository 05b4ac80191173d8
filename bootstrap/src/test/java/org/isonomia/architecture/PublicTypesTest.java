package org.isonomia.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A new public type is a promise to whoever embeds the domain or writes an adapter, so it is approved by name in
 * {@code src/test/resources/api}. {@code ./isonomia approve} writes these lists anew; the difference belongs into the
 * review.
 */
class PublicTypesTest {

    private static final boolean APPROVE = Boolean.getBoolean("approve");

    @ParameterizedTest
    @CsvSource({"domain, org.isonomia.domain..", "application, org.isonomia.application.."})
    void publicTypesAreThoseThatWereApproved(String module, String packages) throws IOException {
        Path approved = Path.of("src/test/resources/api", module + ".txt");
        List<String> offered = offeredBy(packages);
        if (APPROVE) {
            Files.createDirectories(approved.getParent());
            Files.write(approved, offered);
        }

        assertThat(offered)
                .as("public types of %s; where a new one is meant: ./isonomia approve", module)
                .containsExactlyElementsOf(Files.readAllLines(approved));
    }

    private static List<String> offeredBy(String packages) {
        return ProductClasses.PRODUCT.stream()
                .filter(JavaClass.Predicates.resideInAPackage(packages))
                .filter(PublicTypesTest::isOffered)
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static boolean isOffered(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicTypesTest::isOffered).orElse(true);
    }
}
