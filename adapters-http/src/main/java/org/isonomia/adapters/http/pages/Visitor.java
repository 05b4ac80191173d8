package org.isonomia.adapters.http.pages;

/**
 * Who looks at a page.
 *
 * @param signedIn whether it is an administrator
 * @param csrf what forms send back to show that they are ours; empty for anybody else
 */
public record Visitor(boolean signedIn, String csrf) {

    static final Visitor ANYBODY = new Visitor(false, "");
}
