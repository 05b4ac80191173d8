package org.isonomia.adapters.http.pages;

/**
 * The form to sign in.
 *
 * @param frame what is around it
 * @param back where to go afterwards
 * @param refused whether the token was not accepted
 */
public record SignInPage(Frame frame, String back, boolean refused) {}
