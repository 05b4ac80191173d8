package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanExchange.Outcome;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two imports of one plan at the same time, on a real server: one after the other, never a mix. */
class ConcurrentImportTest {

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
    }

    @AfterEach
    void close() {
        persistence.close();
        database.close();
    }

    @RepeatedTest(3)
    void letsBothThroughOneAfterTheOther() throws Exception {
        bring(GeneratedPlan.document(30, "before"));

        List<Future<Outcome>> done =
                atOnce(List.of(GeneratedPlan.document(60, "left"), GeneratedPlan.document(40, "right")));

        assertThat(done.get(0).get().applied()).isTrue();
        assertThat(done.get(1).get().applied()).isTrue();
        assertThat(stored()).isIn(fresh(60, "left"), fresh(40, "right"));
    }

    @RepeatedTest(3)
    void foundsAnOrganisationOnce() throws Exception {
        List<Future<Outcome>> done =
                atOnce(List.of(GeneratedPlan.document(60, "left"), GeneratedPlan.document(40, "right")));

        List<Throwable> refused = new ArrayList<>();
        for (Future<Outcome> one : done) {
            try {
                one.get();
            } catch (ExecutionException e) {
                refused.add(e.getCause());
            }
        }
        assertThat(refused).hasSizeLessThan(2).allMatch(DuplicateCodeException.class::isInstance);
        assertThat(plans.reading().organisations()).hasSize(1);
        assertThat(stored()).isIn(fresh(60, "left"), fresh(40, "right"));
    }

    @RepeatedTest(3)
    void losesNeitherOfTwoFollowUps() throws Exception {
        bring(GeneratedPlan.document(4, "before"));

        for (Future<Outcome> one : atOnce(List.of(begun("a-1"), begun("a-2"), begun("a-3")))) {
            assertThat(one.get().applied()).isTrue();
        }

        for (String action : List.of("a-1", "a-2", "a-3")) {
            assertThat(plans.reading()
                            .action(GeneratedPlan.KEY, Code.parse(action))
                            .action()
                            .status())
                    .isEqualTo(DeclaredStatus.IN_PROGRESS);
        }
    }

    private static Node begun(String action) {
        return GeneratedPlan.yaml("""
                isonomia: follow-up/1
                organisation: ville
                plan: plan
                actions:
                  - {code: %s, statuses: [{status: in-progress, date: 2025-03-01, author: Autrice}]}
                """.formatted(action));
    }

    private Outcome bring(Node document) {
        return plans.exchange().importDocument(new PlanExchange.Command(document, false, Optional.empty()));
    }

    private List<Future<Outcome>> atOnce(List<Node> documents) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(documents.size());
        List<Callable<Outcome>> imports = new ArrayList<>();
        for (Node document : documents) {
            imports.add(() -> {
                ready.countDown();
                ready.await();
                return bring(document);
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(documents.size())) {
            return threads.invokeAll(imports);
        }
    }

    private String stored() {
        return GeneratedPlan.text(plans.exchange().export(GeneratedPlan.KEY));
    }

    private static String fresh(int actions, String mark) {
        return MemoryInstallation.exported(GeneratedPlan.document(actions, mark));
    }
}
