package org.isonomia.adapters.http.pages;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who answers for the pages of an installation, and what was found out about their accessibility. What is empty is shown as
 * not stated.
 *
 * @param publisher who publishes: name, address, telephone
 * @param director who is answerable for what is published
 * @param host who runs the machine: name, address, telephone
 * @param contact where to write, also about barriers
 * @param conformity how far the pages are said to conform to the rules of accessibility
 * @param audit who found that out and when; needed for anything better than {@link Conformity#NONE}
 */
public record Imprint(
        Optional<String> publisher,
        Optional<String> director,
        Optional<String> host,
        Optional<String> contact,
        Conformity conformity,
        Optional<String> audit) {

    /** Nothing is stated, and nothing claimed. */
    public static final Imprint EMPTY = new Imprint(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Conformity.NONE, Optional.empty());

    /** What a declaration of accessibility may say. */
    public enum Conformity {
        NONE,
        PARTIAL,
        FULL
    }

    public Imprint {
        requireNonNull(publisher, "publisher");
        requireNonNull(director, "director");
        requireNonNull(host, "host");
        requireNonNull(contact, "contact");
        requireNonNull(conformity, "conformity");
        requireNonNull(audit, "audit");
        checkArgument(
                conformity == Conformity.NONE || audit.isPresent(),
                "conformity %s has to be shown by an audit",
                conformity);
    }
}
