package org.isonomia.adapters.http.routing;

import static java.util.Objects.requireNonNull;

import io.javalin.security.RouteRole;
import java.util.Optional;
import org.isonomia.application.access.UseCase;
import org.isonomia.domain.access.Permission;

/**
 * Who may call a route: whoever may do the use case it stands for. The use case itself decides; the route only turns away
 * early who is nobody.
 *
 * @param useCase the use case; empty if the route shows nothing that is stored
 */
public record Access(Optional<UseCase> useCase) implements RouteRole {

    /** Anybody: the route shows nothing that is stored. */
    public static final Access PUBLIC = new Access(Optional.empty());

    /** Whoever may read what is public; what else is shown depends on who asks. */
    public static final Access READING = to(UseCase.READ_PLAN);

    public Access {
        requireNonNull(useCase, "useCase");
    }

    /** Whoever may do this. */
    public static Access to(UseCase useCase) {
        return new Access(Optional.of(useCase));
    }

    /** Whether somebody of whom nothing is known may call it. */
    public boolean isPublic() {
        return useCase.map(UseCase::permission).orElse(Permission.READ_PUBLIC) == Permission.READ_PUBLIC;
    }
}
