package org.isonomia.application.spi;

/** What was to be removed is still referred to. */
public final class EntryInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what and which, in English
     */
    public EntryInUseException(String message) {
        super(message);
    }
}
