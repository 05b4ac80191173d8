package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;

/**
 * What is shown when somebody else changed the action meanwhile: both versions side by side.
 *
 * @param frame what is around it
 * @param head the form, with the version that is stored now
 * @param from the version the form was made from
 * @param meanwhile who changed it since then, the latest first; empty for those who may not know
 * @param differences the fields
 * @param typed what was typed, to be sent again
 */
public record StalePage(
        Frame frame,
        FormHead head,
        int from,
        ImmutableList<JournalPage.Row> meanwhile,
        ImmutableList<Difference> differences,
        ImmutableList<Badge> typed) {

    /**
     * A field in both versions.
     *
     * @param label what it is called
     * @param current what is stored now; empty if nothing is
     * @param mine what was typed; empty if nothing was
     */
    public record Difference(String label, String current, String mine) {

        /** Whether they are not the same. */
        public boolean differs() {
            return !current.equals(mine);
        }
    }
}
