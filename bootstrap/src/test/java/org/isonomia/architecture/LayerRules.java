package org.isonomia.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What each module may know, as lists of what is allowed: whatever is not named is refused. */
final class LayerRules {

    /** The language without IO, threads, reflection or the surroundings of the process. */
    private static final List<String> PURE_JAVA = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.text",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private static final List<String> VOCABULARY =
            List.of("com.google.common..", "com.google.errorprone.annotations..", "org.jspecify.annotations..");

    private LayerRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                onlyKnows(house.domain(), domain(house))
                        .because("the model is embedded by others: it has no IO, no clock and no framework"),
                onlyKnows(house.application(), application(house))
                        .because("use cases know the model and the ports, and no technology"),
                onlyKnows(
                                house.files(),
                                adapter(
                                        house,
                                        house.files(),
                                        "org.snakeyaml.engine..",
                                        "org.dhatim..",
                                        "de.siegmar..",
                                        "javax.xml.stream.."))
                        .because("the plan file knows neither the database nor HTTP"),
                onlyKnows(
                                house.identity(),
                                adapter(
                                        house,
                                        house.identity(),
                                        "com.password4j..",
                                        "com.nulabinc.zxcvbn..",
                                        "com.nimbusds..",
                                        "javax.crypto.."))
                        .because("identity knows neither the database nor the web server"),
                onlyKnows(
                                house.persistence(),
                                adapter(
                                        house,
                                        house.persistence(),
                                        "org.jooq..",
                                        "org.flywaydb..",
                                        "com.zaxxer.hikari..",
                                        "javax.sql.."))
                        .because("the database knows neither HTTP nor files"),
                onlyKnows(house.http(), adapter(house, house.http(), http()))
                        .because("HTTP knows neither the database nor files"),
                onlyKnows(
                                house.postgres(),
                                allowed(
                                        house.postgres(),
                                        "java..",
                                        "org.jspecify.annotations..",
                                        "org.slf4j..",
                                        "org.postgresql..",
                                        "org.apache.commons.compress..",
                                        "org.tukaani.xz.."))
                        .because(
                                "the embedded server serves build, tests and product alike, and depends on none of them"));
    }

    private static ArchRule onlyKnows(String room, DescribedPredicate<JavaClass> allowed) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(allowed)
                .as("classes in " + room + " should know only what is listed for them");
    }

    private static DescribedPredicate<JavaClass> domain(House house) {
        return allowed(Stream.of(PURE_JAVA.stream(), VOCABULARY.stream(), Stream.of(house.domain(), "org.joda.money.."))
                        .flatMap(packages -> packages)
                        .toArray(String[]::new))
                .or(belongToAnyOf(URI.class, URISyntaxException.class, Charset.class, StandardCharsets.class));
    }

    private static DescribedPredicate<JavaClass> application(House house) {
        return domain(house)
                .or(allowed(
                        house.application(),
                        "org.slf4j..",
                        "java.util.concurrent..",
                        "java.nio.charset",
                        "java.security"))
                .or(belongToAnyOf(
                        InputStream.class, OutputStream.class, IOException.class, UncheckedIOException.class));
    }

    private static DescribedPredicate<JavaClass> adapter(House house, String room, String... technology) {
        return allowed(Stream.of(
                        VOCABULARY.stream(),
                        Stream.of(technology),
                        Stream.of(
                                house.domain(), house.application(), room, "java..", "org.slf4j..", "org.joda.money.."))
                .flatMap(packages -> packages)
                .toArray(String[]::new));
    }

    private static String[] http() {
        return new String[] {
            "io.javalin..",
            "jakarta.servlet..",
            "org.eclipse.jetty..",
            "kotlin..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "gg.jte..",
            "com.github.benmanes.caffeine..",
            "io.github.bucket4j..",
            "io.nayuki..",
            "io.micrometer..",
            "io.prometheus.."
        };
    }

    private static DescribedPredicate<JavaClass> allowed(String... packages) {
        return resideInAnyPackage(packages);
    }
}
