package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The accounts of the installation, and who runs it.
 *
 * @param frame what is around it
 * @param address its address
 * @param rows a page of accounts, by login
 * @param next where the next ones are
 * @param typed what was typed and what is wrong with it
 * @param link the link of who was just let in, shown once
 */
public record OperatorsPage(
        Frame frame,
        String address,
        ImmutableList<Row> rows,
        Optional<String> next,
        Typed typed,
        Optional<String> link) {

    /**
     * An account.
     *
     * @param id its identity
     * @param name how they are called
     * @param login by what they sign in
     * @param state whether they may sign in
     * @param operator whether they run the installation
     */
    public record Row(String id, String name, String login, String state, boolean operator) {}
}
