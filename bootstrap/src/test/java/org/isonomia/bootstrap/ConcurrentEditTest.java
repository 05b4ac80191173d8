package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.Edit;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Several people who change one plan at the same time, on a real server. */
class ConcurrentEditTest {

    private static final int PEOPLE = 6;
    private static final Code VILLE = GeneratedPlan.KEY.organisation();

    private TestDatabase database;
    private PersistenceAdapter persistence;
    private PlanUseCases.Desk plans;

    @BeforeEach
    void open() {
        database = TestServer.shared()
                .freshDatabase(
                        "scenario", owner -> PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password()));
        persistence = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
                database.app().url(), database.app().user(), database.app().password()));
        plans = ImportingProgram.useCases(persistence);
        plans.exchange()
                .importDocument(new PlanExchange.Command(GeneratedPlan.document(3, "before"), false, Optional.empty()));
    }

    @AfterEach
    void close() {
        persistence.close();
        database.close();
    }

    @RepeatedTest(3)
    void addOneActionOfACodeToADraft() throws Exception {
        List<Throwable> refused = refusals(i -> added("new"));

        assertThat(refused).hasSize(PEOPLE - 1).allMatch(DuplicateCodeException.class::isInstance);
    }

    @RepeatedTest(3)
    void addOneActionOfACodeByAmendment() throws Exception {
        plans.editing().transition(GeneratedPlan.KEY, OptionalInt.empty(), PlanStatus.ADOPTED);

        List<Throwable> refused = refusals(i -> added("new"));

        assertThat(refused).hasSize(PEOPLE - 1).allMatch(DuplicateCodeException.class::isInstance);
        assertThat(plans.reading().plan(GeneratedPlan.KEY).amendments()).hasSize(1);
    }

    @RepeatedTest(3)
    void addActionsOfSeveralCodesByAmendment() throws Exception {
        plans.editing().transition(GeneratedPlan.KEY, OptionalInt.empty(), PlanStatus.ADOPTED);

        assertThat(refusals(i -> added("new-" + i))).isEmpty();
        assertThat(plans.reading().plan(GeneratedPlan.KEY).amendments()).hasSize(PEOPLE);
    }

    @RepeatedTest(3)
    void addOneEntryOfACodeToADirectory() throws Exception {
        List<Throwable> refused = refusals(i -> put(0, i));

        assertThat(refused).hasSize(PEOPLE - 1).allMatch(StaleAggregateException.class::isInstance);
    }

    @RepeatedTest(3)
    void changeAnEntryOnceFromEachVersion() throws Exception {
        put(0, PEOPLE);

        List<Throwable> refused = refusals(i -> put(1, i));

        assertThat(refused).hasSize(PEOPLE - 1).allMatch(StaleAggregateException.class::isInstance);
    }

    private Code added(String code) {
        Node entry = mapping(Map.of("code", code, "axis", "1", "title", "Nouvelle", "kind", "event", "level", "will"));
        AmendmentNote note = new AmendmentNote(LocalDate.of(2025, 3, 1), "vote", Optional.empty());
        return plans.editing().addAction(GeneratedPlan.KEY, new Edit(OptionalInt.empty(), entry, Optional.of(note)));
    }

    private boolean put(int version, int number) {
        Node entry = mapping(Map.of("name", "Service " + number, "kind", "service"));
        return plans.directory()
                .change(
                        VILLE,
                        Directory.UNITS,
                        Code.parse("new"),
                        new Edit(OptionalInt.of(version), entry, Optional.empty()));
    }

    private static Node mapping(Map<String, String> texts) {
        ImmutableMap.Builder<String, Node> entries = ImmutableMap.builder();
        texts.forEach((key, text) -> entries.put(key, Node.text(text)));
        return Node.mapping(entries.buildOrThrow());
    }

    private interface Deed {
        Object by(int person);
    }

    private static List<Throwable> refusals(Deed deed) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(PEOPLE);
        List<Callable<Object>> deeds = IntStream.range(0, PEOPLE)
                .<Callable<Object>>mapToObj(person -> () -> {
                    ready.countDown();
                    ready.await();
                    return deed.by(person);
                })
                .toList();
        List<Throwable> refused = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (Future<Object> done : threads.invokeAll(deeds)) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
        }
        return refused;
    }
}
