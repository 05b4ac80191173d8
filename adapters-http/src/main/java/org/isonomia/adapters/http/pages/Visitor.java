package org.isonomia.adapters.http.pages;

import org.isonomia.domain.access.Actor;

/**
 * Who looks at a page.
 *
 * @param signedIn whether they are signed in
 * @param csrf what forms send back to show that they are ours; empty for anybody else
 * @param actor who they are
 */
public record Visitor(boolean signedIn, String csrf, Actor actor) {}
