package org.isonomia.application.history;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * What a journal was found to be.
 *
 * @param entries how many entries were checked
 * @param erased how many of them have no payload any more, which is no fault
 * @param findings what is wrong, in the order of the journal; empty if it is what the heads say
 */
public record Verdict(long entries, long erased, ImmutableList<Finding> findings) {

    public Verdict {
        requireNonNull(findings, "findings");
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return findings.isEmpty();
    }

    /** How a journal can be wrong. */
    public enum Kind {
        /** A head has a signature that is not of its key, or belongs to another journal. */
        UNSIGNED,
        /** An entry, or what stands beside it, says something else than when it was made. */
        CHANGED,
        /** Entries are missing between others. */
        DELETED,
        /** There are entries that were not there. */
        INSERTED,
        /** Entries stand in each other's place. */
        SWAPPED,
        /** Entries are missing at the end. */
        TRUNCATED,
        /** There are two histories: both have heads, and they exclude each other. */
        FORKED,
        /** The journal agrees with itself but not with a head: it was made anew. */
        REWRITTEN
    }

    /**
     * Something that is wrong.
     *
     * @param kind what
     * @param first the first entry it concerns, by sequence
     * @param last the last one
     * @param detail in a sentence, in English
     */
    public record Finding(Kind kind, long first, long last, String detail) {
        public Finding {
            requireNonNull(kind, "kind");
            requireNonNull(detail, "detail");
        }
    }
}
