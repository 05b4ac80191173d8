package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The tokens by which programs act for somebody.
 *
 * @param frame what is around it
 * @param rows the tokens, the newest first
 * @param scopes what a token may permit
 * @param typed what was typed and what is wrong with it
 * @param secret the secret of a token that was just made, shown once
 */
public record TokensPage(
        Frame frame, ImmutableList<Row> rows, ImmutableList<Badge> scopes, Typed typed, Optional<String> secret) {

    /**
     * One of the tokens.
     *
     * @param id its identity
     * @param name what it is for
     * @param scopes what it permits
     * @param created when it was made
     * @param expires until when it is good
     * @param lastUsed when it was last used; empty if never
     * @param expired whether it is good for nothing any more
     */
    public record Row(
            String id,
            String name,
            ImmutableList<String> scopes,
            String created,
            String expires,
            Optional<String> lastUsed,
            boolean expired) {}
}
