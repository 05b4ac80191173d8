package org.isonomia.application.spi;

/** What was asked for does not exist, or not for whoever asks. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what and which, in English
     */
    public NotFoundException(String message) {
        super(message);
    }
}
