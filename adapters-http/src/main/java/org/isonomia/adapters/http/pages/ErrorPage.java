package org.isonomia.adapters.http.pages;

/**
 * A page for when something is not as it should be.
 *
 * @param frame what is around it; its title says what
 * @param status the HTTP status
 * @param detail what that means
 * @param action what one can do
 * @param href where that is done
 * @param requestId what to name when asking for help; may be empty
 */
public record ErrorPage(Frame frame, int status, String detail, String action, String href, String requestId) {}
