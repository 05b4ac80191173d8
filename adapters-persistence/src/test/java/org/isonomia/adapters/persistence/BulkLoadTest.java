package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.Milestone;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plan of ten thousand actions with twenty milestones each, stored, read and listed. The bounds are generous. */
class BulkLoadTest {

    private static final Logger LOG = LoggerFactory.getLogger(BulkLoadTest.class);
    private static final int ACTIONS = 10_000;
    private static final int MILESTONES = 20;

    private final PersistenceAdapter adapter = TestInstallation.shared().adapter();
    private final Organisation organisation = Samples.organisation(UUID.randomUUID(), "bulk-" + UUID.randomUUID());

    private static ImmutableList<Action> actions() {
        ImmutableList.Builder<Milestone> steps = ImmutableList.builder();
        for (int i = 0; i < MILESTONES; i++) {
            steps.add(new Milestone(
                    new Code("M" + i),
                    "Jalon numéro " + i,
                    1,
                    Optional.of(PartialDate.of(Samples.TODAY.plusDays(i))),
                    i < 5 ? Optional.of(Samples.TODAY) : Optional.empty(),
                    Optional.empty()));
        }
        ImmutableList<Milestone> milestones = steps.build();
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            Action bare = Samples.bareAction(100 + i, "B" + i);
            ActionContent content = bare.content().withMilestones(milestones);
            actions.add(bare.revise(content));
        }
        return ImmutableList.copyOf(actions);
    }

    private interface Work {
        void on(Stores stores);
    }

    private Duration write(String what, Work work) {
        long start = System.nanoTime();
        adapter.unitOfWork().write(organisation.id(), stores -> {
            work.on(stores);
            return true;
        });
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        LOG.info("{}: {} ms", what, taken.toMillis());
        return taken;
    }

    @Test
    void takesSeconds() {
        adapter.organisations().put(organisation);
        write("plan", stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
        });
        ImmutableList<Action> actions = actions();

        assertThat(write("add", stores -> stores.actions().addAll(actions))).isLessThan(Duration.ofSeconds(60));
        List<Action> stored = new ArrayList<>();
        assertThat(write("list", stores -> stored.addAll(stores.actions().list(Samples.PLAN))))
                .isLessThan(Duration.ofSeconds(30));
        assertThat(stored).hasSize(ACTIONS);
        assertThat(write("save", stores -> stores.actions().saveAll(stored))).isLessThan(Duration.ofSeconds(60));
        ActionQuery query = ActionQuery.of(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, Sight.PUBLIC);
        for (Sort sort : Sort.values()) {
            assertThat(write(
                            "page by " + sort,
                            stores -> stores.search().actions(query.standing(ImmutableSet.of(), sort, 50))))
                    .isLessThan(Duration.ofSeconds(2));
        }
        assertThat(write(
                        "figures",
                        stores ->
                                stores.search().figures(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, Sight.PUBLIC)))
                .isLessThan(Duration.ofSeconds(2));
        assertThat(write("remove", stores -> stores.plans().remove(Samples.PLAN)))
                .isLessThan(Duration.ofSeconds(30));
    }
}
