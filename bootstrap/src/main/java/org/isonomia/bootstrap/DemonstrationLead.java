package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.identity.AccountManagement.State;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.kernel.Code;

/** The one example account of the demonstration. It has no password before somebody chooses one by the link. */
final class DemonstrationLead {

    /** By what they sign in. */
    static final String LOGIN = "cheffe.de.projet@demonstration.example";

    private static final String NAME = "Cheffe de projet (d\u00e9monstration)";

    private DemonstrationLead() {}

    /**
     * The link by which the password is chosen, as long as nobody has.
     *
     * @param fresh whether the demonstration has just been laid out
     */
    static Optional<Secret> invite(Installation installation, boolean fresh) {
        Login login = Login.parse(LOGIN);
        Optional<Member> known = new People(installation)
                .all().stream().filter(member -> member.login().equals(login)).findFirst();
        if (known.isPresent()) {
            return known.filter(member -> member.state() == State.INVITED)
                    .flatMap(member -> installation
                            .identity()
                            .accounts()
                            .recover(Installation.operator(), member.id())
                            .link());
        }
        Code organisation = installation
                .desk()
                .reading()
                .organisations()
                .getFirst()
                .organisation()
                .code();
        return fresh
                ? installation
                        .identity()
                        .accounts()
                        .invite(
                                Installation.operator(),
                                new Invite(
                                        organisation,
                                        login,
                                        NAME,
                                        ImmutableList.of(new Held(Role.PLAN_LEAD, Scope.EVERYTHING))))
                        .link()
                : Optional.empty();
    }
}
