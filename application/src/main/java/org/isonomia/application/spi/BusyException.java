package org.isonomia.application.spi;

/**
 * The store did not come to the work in time, or was interrupted: others hold what it needs, there is too much of it, or the
 * store is not well. Nothing was changed; the same work may succeed a little later.
 */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what kept it, in English
     * @param cause what the store said
     */
    public BusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
