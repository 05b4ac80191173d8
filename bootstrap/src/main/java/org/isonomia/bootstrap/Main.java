package org.isonomia.bootstrap;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.postgres.PostgresException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The program. Exit codes: 0 done, 1 refused or something is wrong, 2 the command line is wrong, 70 a fault of the program.
 */
@Command(
        name = "isonomia",
        description = "Runs and monitors a public action plan against discriminations.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            PlanCommand.class,
            OrganisationCommand.class,
            JournalCommand.class,
            DoctorCommand.class,
            AccountCommand.class,
            TokenCommand.class
        })
public final class Main implements Runnable {

    private static final int FAULT = 70;

    @Spec
    private CommandSpec spec;

    private Main(CommandSpec spec) {
        this.spec = spec;
    }

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main(CommandSpec.create()))
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> explain(failure, commandLine.getErr()));
    }

    /** Refusals are told in a sentence; only a fault of the program shows where it happened. */
    private static int explain(Exception failure, PrintWriter err) {
        switch (failure) {
            case ConfigurationException wrong ->
                wrong.problems().forEach(problem -> err.println("isonomia: " + problem));
            case RuleViolationException refusal ->
                refusal.violations().forEach(violation -> err.println("isonomia: " + violation.message()));
            case PostgresException database -> err.println("isonomia: " + database.getMessage());
            case ForbiddenException forbidden -> err.println("isonomia: " + forbidden.getMessage());
            case DuplicateCodeException taken -> err.println("isonomia: " + taken.getMessage());
            case NotFoundException absent -> err.println("isonomia: " + absent.getMessage());
            case FileSystemException file ->
                err.println("isonomia: the file cannot be written or read: " + file.getMessage());
            case IllegalArgumentException wrong -> err.println("isonomia: " + wrong.getMessage());
            default -> {
                err.println("isonomia: a fault of the program");
                failure.printStackTrace(err);
                return FAULT;
            }
        }
        err.flush();
        return 1;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A subcommand is missing.");
    }
}
