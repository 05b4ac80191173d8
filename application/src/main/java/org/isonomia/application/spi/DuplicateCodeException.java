package org.isonomia.application.spi;

/** What was to be added has a code or an identity that is taken. */
public final class DuplicateCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what and which, in English
     */
    public DuplicateCodeException(String message) {
        super(message);
    }
}
