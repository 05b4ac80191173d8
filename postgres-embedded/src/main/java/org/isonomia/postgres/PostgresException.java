package org.isonomia.postgres;

import static java.util.Objects.requireNonNull;

/**
 * The embedded server cannot do what was asked, for a reason outside the program: the folder is in use, the platform
 * has no binaries, the server refuses to start. The message is one sentence for the person who runs the program.
 */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one sentence that says what is wrong and, where possible, what to do */
    public PostgresException(String message) {
        super(requireNonNull(message));
    }

    /**
     * @param message one sentence that says what is wrong and, where possible, what to do
     * @param cause what made it go wrong
     */
    public PostgresException(String message, Throwable cause) {
        super(requireNonNull(message), requireNonNull(cause));
    }
}
