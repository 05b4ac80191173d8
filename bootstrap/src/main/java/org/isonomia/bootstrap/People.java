package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Secret;

/** The accounts of an installation, as its command line sees them. */
record People(Installation installation) {

    private static final int PAGE = 200;

    /** All accounts, by login. */
    ImmutableList<Member> all() {
        ImmutableList.Builder<Member> all = ImmutableList.builder();
        Optional<Login> after = Optional.empty();
        ImmutableList<Member> page;
        do {
            page = installation.identity().operators().accounts(Installation.system(), after, PAGE);
            all.addAll(page);
            after = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.getLast().login());
        } while (page.size() == PAGE);
        return all.build();
    }

    /**
     * Somebody's account.
     *
     * @throws NotFoundException if they have none
     */
    Member find(Login login) {
        return all().stream()
                .filter(member -> member.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("nobody signs in as " + login));
    }

    /** The address of a link that works once. */
    String link(Secret secret) {
        return link(installation.address(), secret);
    }

    /** The address of a link that works once, where the server answers. */
    static String link(URI server, Secret secret) {
        return server + "/fr/invitation/" + secret.value();
    }
}
