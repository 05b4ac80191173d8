package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The form to sign in, or to go on after signing in elsewhere.
 *
 * @param frame what is around it
 * @param lead what it is for
 * @param action where it is sent
 * @param fields what is sent along: where to go afterwards, or what was typed into a form whose session has ended
 * @param step what it asks for
 * @param login what was typed as the login
 * @param problem why it was not accepted
 * @param providers by whom one can sign in besides, and where
 */
public record SignInPage(
        Frame frame,
        String lead,
        String action,
        ImmutableList<Badge> fields,
        Step step,
        String login,
        Optional<String> problem,
        ImmutableList<Badge> providers) {

    /** What is asked for. */
    public enum Step {
        /** Login and password. */
        PASSWORD,
        /** The code of a second factor. */
        CODE,
        /** Nothing but to go on. */
        RESUME
    }

    /** Whether it asks for a code. */
    public boolean asksForCode() {
        return step == Step.CODE;
    }

    /** Whether it asks for a password. */
    public boolean asksForPassword() {
        return step == Step.PASSWORD;
    }
}
