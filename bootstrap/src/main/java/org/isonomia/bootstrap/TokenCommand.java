package org.isonomia.bootstrap;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a new administration token, after which no older one is accepted. */
@Command(
        name = "token",
        description = "Makes a new administration token in place of the old one and shows it once.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Override
    public Integer call() {
        try (Installation installation = Installation.open(setup.load())) {
            spec.commandLine().getOut().println(installation.tokens().replace());
            return 0;
        }
    }
}
