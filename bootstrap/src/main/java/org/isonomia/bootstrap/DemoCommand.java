package org.isonomia.bootstrap;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the demonstration plan, on data of its own. */
@Command(
        name = "demo",
        description = "Serves the demonstration plan, on data of its own.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Mixin
    private final ListenOptions listen = new ListenOptions();

    @Override
    public Integer call() throws InterruptedException {
        new Serving(
                        setup.loadBeside("demo", listen.settings()),
                        spec.commandLine().getOut())
                .run(true);
        return 0;
    }
}
