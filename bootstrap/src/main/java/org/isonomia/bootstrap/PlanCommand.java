package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.PlanChecks;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The commands on plan files. Exit codes: 0 done (diff: no difference), 1 the file is refused (diff: it differs). */
@Command(
        name = "plan",
        description = "Validates, imports, exports and compares plan files, and gives an empty one to start from.",
        mixinStandardHelpOptions = true)
final class PlanCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Command(description = "Checks a file alone, without a database.", mixinStandardHelpOptions = true)
    int validate(
            @Mixin InputOptions input,
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json) {
        ImmutableList<Violation> violations;
        try {
            violations =
                    PlanChecks.violations(input.read(), ReferenceData.shipped(), new Today(InstantSource.system()));
        } catch (RuleViolationException e) {
            violations = e.violations();
        }
        if (json) {
            print(Reports.violations(violations));
        } else if (violations.isEmpty()) {
            out().println(input.file() + " is a good plan file");
        } else {
            complain(input.file(), violations);
        }
        return violations.isEmpty() ? 0 : 1;
    }

    @Command(name = "import", description = "Imports a plan or a follow-up.", mixinStandardHelpOptions = true)
    int importFile(
            @Mixin InputOptions input,
            @Option(names = "--dry-run", description = "Only says what would change.") boolean dryRun,
            @Option(
                            names = "--amendment-date",
                            paramLabel = "DAY",
                            description = "The day of the amendment, such as 2026-03-31. Default: today.",
                            converter = Day.class)
                    @Nullable
                    LocalDate date,
            @Option(
                            names = "--amendment-reason",
                            paramLabel = "TEXT",
                            description = "Why what was voted changes. An adopted plan asks for it.")
                    @Nullable
                    String reason,
            @Option(
                            names = "--deliberation",
                            paramLabel = "REFERENCE",
                            description = "The deliberation that decided the amendment.")
                    @Nullable
                    String deliberation,
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json) {
        try {
            Node document = input.read();
            Optional<AmendmentNote> amendment = Optional.ofNullable(reason)
                    .map(why -> new AmendmentNote(
                            Optional.ofNullable(date).orElseGet(() -> Clocks.today(document)),
                            why,
                            Optional.ofNullable(deliberation)));
            PlanExchange.Command command = new PlanExchange.Command(document, dryRun, amendment);
            try (Installation installation = opened(dryRun)) {
                PlanExchange.Outcome outcome = LongWork.during(
                        "Importing", () -> installation.desk().exchange().importDocument(command));
                if (json) {
                    print(Reports.outcome(outcome));
                } else {
                    outcome.changes().forEach(change -> out().println(change));
                    out().println(summary(outcome, dryRun));
                }
                return 0;
            }
        } catch (RuleViolationException e) {
            if (json) {
                print(Reports.violations(e.violations()));
            } else {
                complain(input.file(), e.violations());
            }
            return 1;
        }
    }

    private Installation opened(boolean dryRun) {
        return dryRun ? Installation.openExisting(setup.load()) : Installation.open(setup.load());
    }

    private static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("it must be a day such as 2026-03-31, not " + text);
            }
        }
    }

    private static String summary(PlanExchange.Outcome outcome, boolean dryRun) {
        String what = outcome.changes().size() + " changes to " + outcome.plan();
        return outcome.changes().isEmpty() ? "nothing changes" : what + (dryRun ? " would be made" : " made");
    }

    @Command(description = "Writes a plan to a file or to standard output.", mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "ORGANISATION/PLAN", description = "Which plan, by its codes, such as amp/pmlcd.")
                    String plan,
            @Mixin OutputOptions output)
            throws IOException {
        output.check();
        try (Installation installation = Installation.openExisting(setup.load())) {
            output.deliver(installation.desk().exchange().export(key(plan)));
            return 0;
        }
    }

    @Command(description = "Writes an empty plan to fill in.", mixinStandardHelpOptions = true)
    int template(@Mixin OutputOptions output) throws IOException {
        output.check();
        output.deliver(PlanExchange.template());
        return 0;
    }

    @Command(description = "Says what importing a file would change.", mixinStandardHelpOptions = true)
    int diff(
            @Mixin InputOptions input,
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json) {
        try (Installation installation = Installation.openExisting(setup.load())) {
            Node document = input.read();
            AmendmentNote any = new AmendmentNote(Clocks.today(document), "diff", Optional.empty());
            PlanExchange.Outcome outcome = installation
                    .desk()
                    .exchange()
                    .importDocument(new PlanExchange.Command(document, true, Optional.of(any)));
            if (json) {
                print(Reports.outcome(outcome));
            } else {
                outcome.changes().forEach(change -> out().println(change));
            }
            return outcome.changes().isEmpty() ? 0 : 1;
        } catch (RuleViolationException e) {
            complain(input.file(), e.violations());
            return 2;
        }
    }

    private static PlanKey key(String plan) {
        String[] codes = plan.split("/", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException("name the plan as organisation/plan, not as " + plan);
        }
        return new PlanKey(Code.parse(codes[0]), Code.parse(codes[1]));
    }

    private void complain(Path file, ImmutableList<Violation> violations) {
        PrintWriter err = spec.commandLine().getErr();
        violations.forEach(violation -> err.println(
                file + Reports.place(violation) + ": " + violation.message() + " [" + violation.code() + "]"));
        err.println(violations.size() + (violations.size() == 1 ? " error" : " errors") + "; nothing was written");
        err.flush();
    }

    private void print(Node report) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        FileFormats.json().write(report, bytes);
        out().println(bytes.toString(java.nio.charset.StandardCharsets.UTF_8).stripTrailing());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
