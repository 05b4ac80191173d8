package org.isonomia.application.spi;

/** What was to be changed has been changed by somebody else meanwhile. */
public final class StaleAggregateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what and which, in English
     */
    public StaleAggregateException(String message) {
        super(message);
    }
}
