package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.adapters.http.HttpAdapter;
import org.isonomia.adapters.http.api.Api;
import org.isonomia.adapters.http.pages.Pages;
import org.isonomia.adapters.http.pages.TilePlaces;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.identity.Secret;
import org.isonomia.postgres.LocalPostgres;
import org.isonomia.postgres.RunningPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: the database, the use cases and HTTP, from start until the process is told to stop. */
final class Serving {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Configuration configuration;
    private final PrintWriter out;

    Serving(Configuration configuration, PrintWriter out) {
        this.configuration = configuration;
        this.out = out;
    }

    /** Serves until the process is told to stop. */
    void run(boolean demonstration) throws InterruptedException {
        refuseSecond();
        // The database starts beside the rest of this process.
        Optional<LocalPostgres> database = Installation.begin(configuration);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Installation installation = Installation.open(configuration, database)) {
            Optional<Secret> lead = demonstration
                    ? DemonstrationLead.invite(installation, installation.demonstrate())
                    : Optional.empty();
            Optional<Secret> first = installation.identity().firstOperator().invite();
            try (Housekeeping housekeeping = installation.housekeeping();
                    HttpAdapter http =
                            HttpAdapter.start(configuration.http(), collaborators(installation, demonstration))) {
                housekeeping.begin(configuration.upkeep().signEvery());
                Thread stop = new Thread(() -> finish(http, installation, stopped), "stop");
                Runtime.getRuntime().addShutdownHook(stop);
                greet(http, first, lead, demonstration);
                stopped.await();
            }
        }
    }

    /** One process serves a folder: the one that started the database there would take it away when it stops. */
    private void refuseSecond() {
        if (configuration.server().isEmpty()
                && RunningPostgres.in(configuration.dataFolder()).isPresent()) {
            throw new ConfigurationException(List.of("another process serves " + configuration.dataFolder()
                    + ": stop it, or name another folder (--data)"));
        }
    }

    /**
     * Says first that it is not ready, and gives whoever sends requests the time to hear it; then requests that are being
     * answered end, and the database is stopped. Only then does the process end.
     */
    private void finish(HttpAdapter http, Installation installation, CountDownLatch stopped) {
        http.drain();
        Uninterruptibles.sleepUninterruptibly(configuration.drainDelay());
        http.close();
        installation.close();
        stopped.countDown();
    }

    private HttpAdapter.Collaborators collaborators(Installation installation, boolean demonstration) {
        Pages.Settings pages = new Pages.Settings(
                ReferenceData.shipped(),
                configuration.healthRule(),
                FileFormats.tables(),
                configuration.imprint(),
                configuration.map().orElseGet(() -> demonstration ? Demonstration.map() : TilePlaces.NONE),
                InstantSource.system());
        return new HttpAdapter.Collaborators(
                Optional.of(new Api(
                        installation.useCases(),
                        installation.journals(),
                        installation.identity().accounts(),
                        installation.networks(),
                        ImmutableList.of(FileFormats.yaml(), FileFormats.json(), FileFormats.xlsx()),
                        FileFormats.tables())),
                Optional.of(
                        new Pages(installation.useCases(), installation.journals(), installation.identity(), pages)),
                installation.identity().callers(),
                installation.once(),
                installation.revision(),
                ImmutableMap.of("database", installation::answers),
                InstantSource.system());
    }

    private void greet(HttpAdapter http, Optional<Secret> first, Optional<Secret> lead, boolean demonstration) {
        URI address = configuration.signIn().address().orElse(http.uri());
        LOG.info("answers at {}", http.uri());
        out.println();
        out.println("  Isonomia answers at " + address + "/");
        if (demonstration) {
            out.println("  It shows the demonstration plan; dates, milestones and statuses are illustration.");
        }
        out.println("  Data: "
                + configuration
                        .server()
                        .map(Object::toString)
                        .orElse(configuration.dataFolder().toString()));
        lead.ifPresent(link -> {
            out.println("  To follow the plan up, choose the password of " + DemonstrationLead.LOGIN + ":");
            out.println("    " + People.link(address, link));
        });
        first.ifPresent(link -> {
            out.println("  Nobody runs this installation yet. Make that account by this link, which works once:");
            out.println("    " + People.link(address, link));
        });
        out.println("  Stop it with Ctrl-C.");
        out.println();
        out.flush();
    }
}
