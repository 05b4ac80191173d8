package org.isonomia.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Each technology has one room, so that it can be replaced there. */
final class TechnologyRules {

    private TechnologyRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                onlyIn(List.of(house.persistence()), "org.jooq..", "org.flywaydb..", "com.zaxxer.hikari..")
                        .because("SQL is written in one module, and what is generated never leaves it"),
                onlyIn(List.of(house.persistence(), house.postgres(), house.bootstrap()), "java.sql..", "javax.sql..")
                        .because(
                                "JDBC connects the server, the repositories and the wiring between them, nothing else"),
                onlyIn(List.of(house.http()), "io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..", "gg.jte..")
                        .because("the web server is an adapter"),
                onlyIn(List.of(house.http()), "tools.jackson..", "com.fasterxml.jackson..")
                        .because(
                                "JSON is made from response records only; a model with annotations of a format bends to it"),
                onlyIn(List.of(house.files()), "org.snakeyaml..", "org.dhatim..", "de.siegmar..")
                        .because("notations of documents are an adapter"),
                onlyIn(
                                List.of(house.identity()),
                                "com.password4j..",
                                "com.nulabinc.zxcvbn..",
                                "com.nimbusds..",
                                "javax.crypto..")
                        .because("passwords and ciphers have one room, so that what guards them is read in one place"),
                onlyIn(
                                List.of(house.bootstrap()),
                                "picocli..",
                                "com.typesafe.config..",
                                "me.tongfei..",
                                "com.fasterxml.uuid..")
                        .because("the command line, the configuration and the makers of ids are wired in one place"),
                onlyIn(List.of(house.bootstrap(), house.postgres()), house.postgres())
                        .because(
                                "the product's database is what its configuration says, not necessarily the embedded one"));
    }

    private static ArchRule onlyIn(List<String> rooms, String... technologies) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technologies)
                .as("only classes in " + String.join(", ", rooms) + " should depend on "
                        + String.join(", ", technologies));
    }
}
