package org.isonomia.bootstrap;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Once;
import org.isonomia.application.history.Journal;
import org.isonomia.application.history.Journals;
import org.isonomia.application.spi.JournalRepository.Query;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.network.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the running server does by itself: it signs the journals that have grown, so that what is made anew afterwards
 * contradicts a head, and forgets answers that were kept long enough.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    private final OrganisationRepository organisations;
    private final Journal journal;
    private final Once once;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    Housekeeping(OrganisationRepository organisations, Journals journals, Once once) {
        this.organisations = requireNonNull(organisations, "organisations");
        this.journal = journals.by(new Caller(Actor.system("server"), "housekeeping"));
        this.once = requireNonNull(once, "once");
    }

    /** Begins; a period of zero is never. */
    void begin(Duration signEvery) {
        repeat(PURGE_EVERY, once::purge);
        if (!signEvery.isZero()) {
            repeat(signEvery, this::sign);
        }
    }

    private void repeat(Duration every, Runnable chore) {
        var unused = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        chore.run();
                    } catch (RuntimeException failed) {
                        LOG.warn("left for the next time: {}", failed.getMessage());
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Signs each journal that has grown since it was signed last; looks first, for signing is a writing. */
    void sign() {
        organisations.list().stream().filter(this::hasGrown).forEach(organisation -> {
            long size = journal.sign(organisation.code()).head().size();
            LOG.info("signed the journal of {} with {} entries", organisation.code(), size);
        });
    }

    private boolean hasGrown(Organisation organisation) {
        long signed = journal.head(organisation.code())
                .map(head -> head.head().size())
                .orElse(0L);
        long last = journal.page(organisation.code(), Query.latest(1)).entries().stream()
                .map(Recorded::entry)
                .mapToLong(entry -> entry.sequence())
                .findFirst()
                .orElse(0);
        return last > signed;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
