package org.isonomia.application.access;

/** A key names another request than the one it was first sent with. */
public final class KeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyReusedException(String message) {
        super(message);
    }
}
