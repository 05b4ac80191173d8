package org.isonomia.domain.network;

import org.isonomia.domain.kernel.ViolationCode;

/** The rules of networks that can be broken. */
public final class NetworkViolations {
    /** Who proposed a membership does not accept it. */
    public static final ViolationCode OWN_PROPOSAL = new ViolationCode("network.own-proposal");
    /** The two organisations are linked already, the other way round. */
    public static final ViolationCode OTHER_WAY_ROUND = new ViolationCode("network.other-way-round");
    /** An organisation has no part in a network of its own. */
    public static final ViolationCode ITSELF = new ViolationCode("network.itself");
    /** A plan is shared with a network that the organisation belongs to, and with nobody else. */
    public static final ViolationCode NO_MEMBER = new ViolationCode("network.no-member");
    /** What is shared of actions needs the actions. */
    public static final ViolationCode ACTIONS_NEEDED = new ViolationCode("share.actions-needed");

    private NetworkViolations() {}
}
