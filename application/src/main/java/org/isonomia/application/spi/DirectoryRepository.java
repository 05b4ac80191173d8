package org.isonomia.application.spi;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;

/** The units, functions, partners, audiences and territories of one organisation. */
public interface DirectoryRepository {

    /**
     * An entry as stored.
     *
     * @param entry the entry
     * @param version how often it was put, from 1
     */
    record Stored(DirectoryEntry entry, int version) {
        public Stored {
            requireNonNull(entry, "entry");
        }
    }

    /** The entry with this code. */
    Optional<Stored> find(Directory directory, Code code);

    /** Those of these entries that exist, in natural order of code. */
    ImmutableList<Stored> findAll(Directory directory, Collection<Code> codes);

    /** All entries of a directory, in natural order of code. */
    ImmutableList<Stored> list(Directory directory);

    /** Those of these codes that exist. */
    ImmutableSet<Code> existing(Directory directory, Collection<Code> codes);

    /** The codes of the functions that belong to one of these units. */
    ImmutableSet<Code> functionsOf(Collection<Code> units);

    /** Adds entries or replaces those of the same code; each version becomes one more. References may point forward. */
    void putAll(Collection<? extends DirectoryEntry> entries);

    /**
     * Removes entries.
     *
     * @throws EntryInUseException if something refers to one of them; nothing is removed
     */
    void removeAll(Directory directory, Collection<Code> codes);
}
