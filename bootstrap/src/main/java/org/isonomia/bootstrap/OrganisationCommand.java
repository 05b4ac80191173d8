package org.isonomia.bootstrap;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.isonomia.application.network.Networking;
import org.isonomia.application.network.Networking.Link;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.network.Siren;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands on organisations and the networks they have part in. */
@Command(
        name = "organisation",
        description = "Adds and lists organisations, and links them to a network.",
        mixinStandardHelpOptions = true)
final class OrganisationCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Command(
            description = {
                "Adds an organisation that has no plan yet.",
                "Importing a plan adds the organisation that the file describes, too."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "CODE", description = "Its code, such as its SIREN or a short name.") String code,
            @Parameters(paramLabel = "NAME", description = "Its full name.") String name,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            defaultValue = "COMMUNE",
                            description =
                                    "What sort of authority: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
                    Organisation.Kind kind,
            @Option(names = "--siren", paramLabel = "SIREN", description = "Its SIREN number.") @Nullable String siren,
            @Option(
                            names = "--time-zone",
                            paramLabel = "ZONE",
                            defaultValue = "Europe/Paris",
                            description = "Where its days begin and end. Default: ${DEFAULT-VALUE}.")
                    ZoneId timeZone,
            @Option(
                            names = "--language",
                            paramLabel = "LANGUAGE",
                            defaultValue = "fr",
                            description = "The language of its texts, fr or en. Default: ${DEFAULT-VALUE}.")
                    String language) {
        try (Installation installation = Installation.open(setup.load())) {
            Organisation organisation = new Organisation(
                    new OrganisationId(installation.ids().next()),
                    Code.parse(code),
                    name,
                    kind,
                    Optional.ofNullable(siren).map(Siren::new),
                    timeZone,
                    Locale.of(language));
            installation.network().networking().found(organisation);
            out().println("added " + organisation.code());
            return 0;
        }
    }

    @Command(description = "Lists the organisations with what links them.", mixinStandardHelpOptions = true)
    int list() {
        try (Installation installation = Installation.openExisting(setup.load())) {
            Networking networking = installation.network().networking();
            installation.desk().reading().organisations().forEach(known -> {
                Organisation organisation = known.organisation();
                out().println(organisation.code() + "  " + organisation.name() + "  ("
                        + known.plans().size() + (known.plans().size() == 1 ? " plan)" : " plans)"));
                networking.all(organisation.code()).forEach(link -> out().println("  " + told(link)));
            });
            out().flush();
            return 0;
        }
    }

    private static String told(Link link) {
        String what = (link.otherIs() == Side.NETWORK ? "member of " : "leads ")
                + link.other().code();
        return what
                + link.since()
                        .map(day -> " since " + day)
                        .orElse(", proposed by "
                                + (link.waitsForOther()
                                        ? "this side"
                                        : link.other().code()));
    }

    @Command(
            description = {
                "Links an organisation to the network that another one leads, on behalf of both.",
                "Done by one side on the pages or through the API, the other side has to accept."
            },
            mixinStandardHelpOptions = true)
    int join(
            @Parameters(paramLabel = "MEMBER", description = "The organisation that is to belong, by its code.")
                    String member,
            @Parameters(paramLabel = "NETWORK", description = "The organisation that leads, by its code.")
                    String network) {
        try (Installation installation = Installation.openExisting(setup.load())) {
            Networking networking = installation.network().networking();
            networking.join(Code.parse(network), Code.parse(member), Side.NETWORK);
            Link link = networking.join(Code.parse(member), Code.parse(network), Side.MEMBER);
            out().println(member + " is " + told(link));
            return 0;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
