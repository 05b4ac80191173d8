package org.isonomia.application.spi;

/** An identity provider did not say who somebody is, or what it said does not hold. */
public final class ProviderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what does not hold, in English, without anything that somebody sent
     */
    public ProviderRefusedException(String message) {
        super(message);
    }

    /**
     * @param message what does not hold, in English, without anything that somebody sent
     * @param cause what was thrown on the way
     */
    public ProviderRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
