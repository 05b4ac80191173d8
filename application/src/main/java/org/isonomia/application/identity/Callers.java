package org.isonomia.application.identity;

/**
 * Says who is calling. To be asked for every request, so that a change of rights, a sign-out and a disabled account count
 * from the next request on.
 */
public interface Callers {

    /**
     * Who has a session.
     *
     * @param secret what the cookie holds, whatever that is
     * @return {@link Caller#PUBLIC} if nobody has it, if it is over or waits for a second factor, or if the account is
     *     disabled
     */
    Caller ofSession(String secret);

    /**
     * For whom a program acts.
     *
     * @param secret what it sent as its token, whatever that is
     * @return {@link Caller#PUBLIC} if there is no such token, if it has expired, or if the account is disabled
     */
    Caller ofToken(String secret);
}
