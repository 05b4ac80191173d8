package org.isonomia.application.access;

/** The request with this key is being worked on right now. */
public final class KeyInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyInUseException(String message) {
        super(message);
    }
}
