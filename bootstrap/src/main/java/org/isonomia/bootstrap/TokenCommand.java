package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Ascii;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.isonomia.application.identity.ApiTokens.Created;
import org.isonomia.application.identity.ApiTokens.Request;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.identity.Login;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token by which a program acts for an account. */
@Command(
        name = "token",
        description = "Makes a token by which a program acts for an account, within its roles, and shows it once.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Parameters(paramLabel = "LOGIN", description = "For whom: the e-mail address by which they sign in.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String login;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "command line",
            description = "What it is for. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--scope",
            split = ",",
            required = true,
            paramLabel = "SCOPE",
            description = "What it permits at most: read-workspace, read-confidential, edit-plan, edit-action,"
                    + " edit-directory, share-plan, read-journal, manage-access, manage-installation.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> scopes;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "90",
            description = "How long it is valid, 1 to 366. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Override
    public Integer call() {
        Request request = new Request(
                name,
                scopes.stream()
                        .map(scope ->
                                Permission.valueOf(Ascii.toUpperCase(scope).replace('-', '_')))
                        .collect(toImmutableSet()),
                Duration.ofDays(days));
        try (Installation installation = Installation.openExisting(setup.load())) {
            Created created =
                    installation.identity().tokens().issue(Installation.system(), Login.parse(login), request);
            spec.commandLine().getOut().println(created.secret().value());
            return 0;
        }
    }
}
