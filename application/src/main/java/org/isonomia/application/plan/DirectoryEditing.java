package org.isonomia.application.plan;

import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.DirectoryEntry.Directory;

/** Changes the units, functions, partners, audiences and territories of an organisation. */
public interface DirectoryEditing {

    /**
     * Adds an entry, or changes the one with this code.
     *
     * @return whether it is new
     * @throws NotFoundException if there is no such organisation
     * @throws StaleAggregateException if the entry's version is not the expected one
     * @throws RuleViolationException with everything that is wrong with the entry
     */
    boolean change(Code organisation, Directory directory, Code code, Edit edit);

    /**
     * Removes an entry; the edit's patch does not matter.
     *
     * @throws NotFoundException if there is no such organisation or entry
     * @throws StaleAggregateException if the entry's version is not the expected one
     * @throws EntryInUseException if something refers to it
     */
    void remove(Code organisation, Directory directory, Code code, Edit edit);
}
