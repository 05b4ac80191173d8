package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement;
import org.isonomia.application.identity.AccountManagement.Member;

/**
 * Somebody who holds a role in an organisation, and what can be done for them.
 *
 * @param frame what is around it
 * @param address its address
 * @param member who it is, and what they hold
 * @param state whether they may sign in
 * @param expected what they held when the page was made, as the form sends it back
 * @param held what they hold
 * @param choices the roles that can be given
 * @param typed what was typed and what is wrong with it
 * @param link the link that was just made for them, shown once
 */
public record MemberPage(
        Frame frame,
        String address,
        Member member,
        String state,
        String expected,
        ImmutableList<String> held,
        ImmutableList<RoleChoice> choices,
        Typed typed,
        Optional<String> link) {

    /** Whether they may not sign in any more. */
    public boolean disabled() {
        return member.state() == AccountManagement.State.DISABLED;
    }
}
