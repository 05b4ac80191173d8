package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands on accounts. No command takes or shows a password: people choose theirs by a link that works once. */
@Command(
        name = "account",
        description = "Lets people in by links that work once, lists them, and shuts them out.",
        mixinStandardHelpOptions = true)
final class AccountCommand {

    private static final String LOGIN = "The e-mail address by which they sign in.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Command(
            description =
                    "Gives somebody roles in an organisation, or lets them run the installation, and shows the link by"
                            + " which they choose a password.",
            mixinStandardHelpOptions = true)
    int invite(
            @Parameters(paramLabel = "LOGIN", description = LOGIN) String login,
            @Option(names = "--name", paramLabel = "NAME", required = true, description = "How they are called.")
                    String name,
            @Option(names = "--operator", description = "They run the installation.") boolean operator,
            @Option(names = "--organisation", paramLabel = "CODE", description = "Where they hold the role.") @Nullable
                    String organisation,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            description = "plan-lead, assistant, direction-referent, commune-referent, elected-official"
                                    + " or api-client.")
                    @Nullable
                    String role,
            @Option(
                            names = "--units",
                            split = ",",
                            paramLabel = "CODE",
                            description = "For a direction-referent: the codes of their units.")
                    @Nullable
                    List<String> units) {
        if (operator == (organisation != null && role != null)) {
            throw new ParameterException(
                    spec.commandLine(), "Name either --operator, or --organisation and --role together.");
        }
        try (Installation installation = Installation.open(setup.load())) {
            People people = new People(installation);
            Login known = Login.parse(login);
            Invited invited = operator
                    ? installation.identity().operators().invite(Installation.system(), known, name)
                    : installation
                            .identity()
                            .accounts()
                            .invite(
                                    Installation.operator(),
                                    new Invite(
                                            Code.parse(String.valueOf(organisation)),
                                            known,
                                            name,
                                            ImmutableList.of(held(String.valueOf(role), units))));
            tell(people, invited);
            return 0;
        }
    }

    private static Held held(String word, @Nullable List<String> units) {
        Role role = Role.valueOf(Ascii.toUpperCase(word).replace('-', '_'));
        if (!role.isOfOrganisation()) {
            throw new IllegalArgumentException("nobody holds this role in an organisation: " + word);
        }
        ImmutableSet<Code> codes = units == null
                ? ImmutableSet.of()
                : units.stream().map(Code::parse).collect(toImmutableSet());
        return new Held(role, codes.isEmpty() ? Scope.EVERYTHING : Scope.units(codes));
    }

    @Command(description = "Lists accounts with their roles.", mixinStandardHelpOptions = true)
    int list() {
        try (Installation installation = Installation.openExisting(setup.load())) {
            for (Member member : new People(installation).all()) {
                String roles = member.grants().stream()
                        .map(Grant::role)
                        .map(Texts::word)
                        .distinct()
                        .collect(toImmutableList())
                        .toString();
                out().println(member.login() + "\t"
                        + Texts.word(member.state()) + "\t" + roles + "\t" + member.name()
                        + (member.secondFactor() ? "\tsecond factor" : ""));
            }
            return 0;
        }
    }

    @Command(
            description = "Shows a new link for somebody who lost their password; --second-factor removes theirs, too.",
            mixinStandardHelpOptions = true)
    int recover(
            @Parameters(paramLabel = "LOGIN", description = LOGIN) String login,
            @Option(names = "--second-factor", description = "Remove the second factor, as that is lost, too.")
                    boolean factor) {
        try (Installation installation = Installation.openExisting(setup.load())) {
            People people = new People(installation);
            Member member = people.find(Login.parse(login));
            if (factor) {
                installation
                        .identity()
                        .accounts()
                        .resetSecondFactor(Installation.operator(), member.id(), member.version());
            }
            tell(people, installation.identity().accounts().recover(Installation.operator(), member.id()));
            return 0;
        }
    }

    @Command(
            description =
                    "Ends somebody's sessions, tokens and links and lets them sign in no more; --undo takes that back.",
            mixinStandardHelpOptions = true)
    int disable(
            @Parameters(paramLabel = "LOGIN", description = LOGIN) String login,
            @Option(names = "--undo", description = "Let them sign in again.") boolean undo) {
        try (Installation installation = Installation.openExisting(setup.load())) {
            Member member = new People(installation).find(Login.parse(login));
            installation
                    .identity()
                    .accounts()
                    .setDisabled(Installation.operator(), member.id(), member.version(), !undo);
            return 0;
        }
    }

    private void tell(People people, Invited invited) {
        Optional<String> link = invited.link().map(people::link);
        out().println(link.orElse("They have a password already and sign in as before."));
        link.ifPresent(unused -> out().println("It works once, until " + invited.expires() + "."));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
