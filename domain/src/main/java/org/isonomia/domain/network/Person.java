package org.isonomia.domain.network;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;

/**
 * Somebody a plan names by function: who leads an action, who sponsors it politically. The function is what the plan
 * says; the name of who holds it is optional, and no other fact about the person is kept.
 *
 * @param code its code
 * @param function the function, such as "Chef de projet PMCD"
 * @param name who holds it, if it is to be shown
 * @param unit the unit the function belongs to
 * @param elected whether it is an elected mandate rather than an administrative post
 */
public record Person(Code code, String function, Optional<String> name, Optional<Code> unit, boolean elected)
        implements DirectoryEntry {
    public Person {
        requireNonNull(code, "code");
        Texts.checkTitle(function, "function");
        Texts.checkTitle(name, "name");
        requireNonNull(unit, "unit");
    }

    @Override
    public String label() {
        return name.map(known -> known + ", " + function).orElse(function);
    }

    @Override
    public Directory directory() {
        return Directory.PEOPLE;
    }
}
