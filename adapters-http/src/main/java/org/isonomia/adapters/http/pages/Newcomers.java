package org.isonomia.adapters.http.pages;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Peer;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.kernel.Texts;

/** What the forms that let people in have in common. */
final class Newcomers {

    private Newcomers() {}

    /** The login and name that were typed; what is wrong with them is noted by field. */
    static Optional<Login> login(Words words, Typed typed, Map<String, String> wrong) {
        Optional<Login> login = Optional.empty();
        try {
            login = Optional.of(Login.parse(typed.value("login")));
        } catch (IllegalArgumentException notAnAddress) {
            wrong.put("login", words.t("invitation.login.wrong"));
        }
        try {
            Texts.checkTitle(typed.value("name"), "name");
        } catch (IllegalArgumentException notAName) {
            wrong.put("name", words.t("form.required"));
        }
        return login;
    }

    /** The whole address of a link, to be passed on. */
    static String address(Context ctx, Words words, Secret link) {
        return (Peer.of(ctx).secure() ? "https://" : "http://") + ctx.host() + "/" + words.lang() + "/invitation/"
                + link.value();
    }
}
