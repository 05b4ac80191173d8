package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import org.isonomia.domain.identity.Password;

/** Knows which passwords everybody would guess. */
@FunctionalInterface
public interface PasswordScreen {

    /**
     * Whether a password is among those that are tried first: known from breaches, made of few common words, rows of keys
     * or repetitions, or of words that belong to whoever chose it.
     *
     * @param own words that belong to them: their names, their organisation's
     */
    boolean isGuessable(Password password, ImmutableList<String> own);
}
