package org.isonomia.bootstrap;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the installation. */
@Command(name = "serve", description = "Serves the installation.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Mixin
    private final ListenOptions listen = new ListenOptions();

    @Override
    public Integer call() throws InterruptedException {
        new Serving(setup.load(listen.settings()), spec.commandLine().getOut()).run(false);
        return 0;
    }
}
