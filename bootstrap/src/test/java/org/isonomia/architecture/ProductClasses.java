package org.isonomia.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

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

    private ProductClasses() {}
}
