package org.isonomia.application.identity;

import java.util.Optional;
import org.isonomia.domain.identity.Secret;

/** Lets the first operator in: there is no default password, only a link that whoever starts the program is shown once. */
@FunctionalInterface
public interface FirstOperator {

    /**
     * Makes the link by which the first operator makes their account, unless there is an operator who can sign in. A link
     * that was made before and not followed is good for nothing then.
     *
     * @return what the link holds, for {@link SignIn#acceptFirst}
     */
    Optional<Secret> invite();
}
