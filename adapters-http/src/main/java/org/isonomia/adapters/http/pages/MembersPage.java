package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The people who hold a role in an organisation.
 *
 * @param frame what is around it
 * @param address its address
 * @param rows the people, by login
 * @param choices the roles that can be given
 * @param demanding the roles that may be used with a second factor only, as boxes
 * @param typed what was typed and what is wrong with it
 * @param link the link of who was just let in, shown once
 * @param done what was done, if anything was
 */
public record MembersPage(
        Frame frame,
        String address,
        ImmutableList<Row> rows,
        ImmutableList<RoleChoice> choices,
        ImmutableList<Pick> demanding,
        Typed typed,
        Optional<String> link,
        Optional<String> done) {

    /**
     * Somebody.
     *
     * @param href where their roles are changed
     * @param name how they are called
     * @param login by what they sign in
     * @param state whether they may sign in
     * @param secondFactor whether they have a second factor
     * @param roles what they hold
     */
    public record Row(
            String href, String name, String login, String state, boolean secondFactor, ImmutableList<String> roles) {}
}
