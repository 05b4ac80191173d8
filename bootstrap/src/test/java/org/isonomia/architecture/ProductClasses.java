package org.isonomia.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes that the rules read. */
final class ProductClasses {

    /**
     * The product, from the modules' jars as well as from folders of classes, without anybody's tests, which come as jars
     * too.
     */
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(House.PRODUCT.root());

    static final JavaClasses PLANTED = new ClassFileImporter().importPackages(House.PLANTED.root());

    /** What the compiled page templates, which are in a package of their own, use of the product. */
    static final Set<String> USED_BY_TEMPLATES = new ClassFileImporter()
            .importPackages("gg.jte.generated").stream()
                    .flatMap(template -> template.getDirectDependenciesFromSelf().stream())
                    .map(use -> use.getTargetClass().getName())
                    .collect(Collectors.toUnmodifiableSet());

    private ProductClasses() {}
}
