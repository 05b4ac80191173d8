package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;

/**
 * The form to sign in, or to go on after signing in elsewhere.
 *
 * @param frame what is around it
 * @param lead what it is for
 * @param action where it is sent
 * @param fields what is sent along: where to go afterwards, or what was typed into a form whose session has ended
 * @param asks whether it asks for a token
 * @param refused whether the token was not accepted
 */
public record SignInPage(
        Frame frame, String lead, String action, ImmutableList<Badge> fields, boolean asks, boolean refused) {}
