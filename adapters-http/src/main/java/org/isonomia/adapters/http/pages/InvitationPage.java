package org.isonomia.adapters.http.pages;

import java.util.Optional;

/**
 * The form of a link by which somebody chooses a password.
 *
 * @param frame what is around it
 * @param action where it is sent
 * @param first whether it is the first operator's, who tells login and name
 * @param login by what they will sign in
 * @param name how they are called
 * @param typed what was typed and what is wrong with it, secrets left out
 */
public record InvitationPage(
        Frame frame, String action, boolean first, Optional<String> login, Optional<String> name, Typed typed) {}
