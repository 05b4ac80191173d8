package org.isonomia.architecture;

import java.util.List;

/**
 * The rooms of the house as package patterns below one root: the product's, or the one under which violations are planted
 * to see that each rule can fail.
 *
 * @param root the package that holds all others
 */
record House(String root) {

    static final House PRODUCT = new House("org.isonomia");
    static final House PLANTED = new House("org.isonomia.architecture.planted");

    String domain() {
        return root + ".domain..";
    }

    String application() {
        return root + ".application..";
    }

    String spi() {
        return root + ".application.spi..";
    }

    String files() {
        return root + ".adapters.files..";
    }

    String identity() {
        return root + ".adapters.identity..";
    }

    String persistence() {
        return root + ".adapters.persistence..";
    }

    /** What jOOQ generates; written by nobody, so read by few rules. */
    String generated() {
        return root + ".adapters.persistence.generated..";
    }

    String http() {
        return root + ".adapters.http..";
    }

    String adapters() {
        return root + ".adapters..";
    }

    String postgres() {
        return root + ".postgres..";
    }

    String bootstrap() {
        return root + ".bootstrap..";
    }

    List<String> rooms() {
        return List.of(
                domain(), application(), spi(), files(), identity(), persistence(), http(), postgres(), bootstrap());
    }
}
