package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The journal of an organisation, or of one thing of it.
 *
 * @param frame what is around it
 * @param lang the language the organisation writes in
 * @param address the journal's own address
 * @param subject what it is narrowed to; empty for everything
 * @param since the day from which it is shown; empty for all of it
 * @param rows the entries, the latest first
 * @param next the address of the earlier ones, if there are any
 */
public record JournalPage(
        Frame frame,
        String lang,
        String address,
        Optional<String> subject,
        Optional<LocalDate> since,
        ImmutableList<Row> rows,
        Optional<String> next) {

    /**
     * An entry.
     *
     * @param sequence its place
     * @param time when, for machines
     * @param moment when, for people
     * @param what what was done
     * @param subject to what
     * @param href the journal of that alone
     * @param actor who; empty once that was erased
     * @param reason why, if somebody said so
     * @param changes what differs
     * @param undoable whether a change of this sort can be undone
     */
    public record Row(
            long sequence,
            String time,
            String moment,
            String what,
            String subject,
            String href,
            Optional<String> actor,
            Optional<String> reason,
            ImmutableList<Change> changes,
            boolean undoable) {}

    /**
     * A member that differs.
     *
     * @param name its name in plan files
     * @param before what it was; empty if it was not there
     * @param after what it is; empty if it is not there any more
     */
    public record Change(String name, Optional<String> before, Optional<String> after) {}
}
