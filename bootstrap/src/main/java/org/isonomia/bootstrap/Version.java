package org.isonomia.bootstrap;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its jar states it; {@code development} when it runs from class files. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"isonomia " + Objects.requireNonNullElse(version, "development")};
    }
}
