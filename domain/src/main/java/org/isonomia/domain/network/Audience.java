package org.isonomia.domain.network;

import static java.util.Objects.requireNonNull;

import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;

/**
 * A group of people an action is meant for: staff, managers, residents, victims. A word for a public, never a list of
 * persons.
 *
 * @param code its code
 * @param name its name
 */
public record Audience(Code code, String name) implements DirectoryEntry {
    public Audience {
        requireNonNull(code, "code");
        Texts.checkTitle(name, "name");
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Directory directory() {
        return Directory.AUDIENCES;
    }
}
