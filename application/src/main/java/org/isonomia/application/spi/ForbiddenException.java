package org.isonomia.application.spi;

/** Whoever asks may see this, but not do what was asked. */
public final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what may not be done, in English
     */
    public ForbiddenException(String message) {
        super(message);
    }
}
