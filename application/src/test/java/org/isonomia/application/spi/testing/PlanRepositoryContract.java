package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.PlanRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanProfile;
import org.junit.jupiter.api.Test;

/** What every {@link PlanRepository} must do. */
public abstract class PlanRepositoryContract extends StoreContract {

    private Plan stored(String code) {
        return read(stores -> stores.plans().find(Samples.code(code)).orElseThrow());
    }

    private static Plan retitled(Plan plan, String title) {
        PlanContent content = plan.content();
        PlanProfile p = content.profile();
        return Plan.restore(new Plan.Snapshot(
                plan.id(),
                plan.code(),
                content.withProfile(new PlanProfile(
                        title, p.kind(), p.period(), p.description(), p.illustration(), p.statements(), p.documents())),
                plan.status(),
                plan.amendments(),
                plan.version()));
    }

    @Test
    void findsNothingForAnUnknownCode() {
        assertThat(optional(stores -> stores.plans().find(Samples.code("none"))))
                .isEmpty();
        assertThat(list(stores -> stores.plans().list())).isEmpty();
    }

    @Test
    void givesBackWhatWasAdded() {
        storeSamples();

        Plan stored = stored("PMCD");

        assertThat(stored.snapshot()).usingRecursiveComparison().isEqualTo(Samples.at(Samples.plan(), 1));
        assertThat(stored.axes().asList())
                .containsExactlyElementsOf(Samples.plan().axes().asList());
    }

    @Test
    void keepsAPlanOfWhichNothingIsKnown() {
        Plan bare = Samples.barePlan(UUID.randomUUID(), "bare");
        write(stores -> stores.plans().add(bare));

        assertThat(stored("bare").snapshot()).usingRecursiveComparison().isEqualTo(Samples.at(bare, 1));
    }

    @Test
    void listsInNaturalOrderOfCode() {
        write(stores -> ImmutableList.of("P10", "P9", "P1", "A")
                .forEach(code -> stores.plans().add(Samples.barePlan(UUID.randomUUID(), code))));

        assertThat(list(stores -> stores.plans().list()))
                .extracting(plan -> plan.code().value())
                .containsExactly("A", "P1", "P9", "P10");
    }

    @Test
    void anUnsavedChangeIsInvisible() {
        storeSamples();
        write(stores -> retitled(stores.plans().find(Samples.code("PMCD")).orElseThrow(), "Autre"));

        assertThat(stored("PMCD").content().profile().title())
                .isEqualTo(Samples.plan().content().profile().title());
    }

    @Test
    void savesOverTheVersionThatWasRead() {
        storeSamples();
        Plan changed = retitled(stored("PMCD"), "Autre");
        write(stores -> stores.plans().save(changed));

        assertThat(stored("PMCD").snapshot()).usingRecursiveComparison().isEqualTo(Samples.at(changed, 2));
    }

    @Test
    void replacesEveryList() {
        storeSamples();
        Plan emptied = Plan.restore(new Plan.Snapshot(
                Samples.PLAN,
                Samples.code("PMCD"),
                Samples.barePlan(UUID.randomUUID(), "x")
                        .content()
                        .withAxes(Axes.of(ImmutableList.of(
                                Axis.of(Samples.code("1"), Samples.code("2.1"), "Un"),
                                Axis.of(Samples.code("2.1"), "Deux-un"),
                                Axis.of(Samples.code("new"), "Neuf")))),
                stored("PMCD").status(),
                ImmutableList.of(),
                1));
        write(stores -> stores.plans().save(emptied));

        assertThat(stored("PMCD").snapshot()).usingRecursiveComparison().isEqualTo(Samples.at(emptied, 2));
    }

    @Test
    void refusesASaveWithAStaleVersion() {
        storeSamples();
        Plan first = retitled(stored("PMCD"), "Première");
        Plan second = retitled(stored("PMCD"), "Seconde");
        write(stores -> stores.plans().save(first));

        assertThatThrownBy(() -> write(stores -> stores.plans().save(second)))
                .isInstanceOf(StaleAggregateException.class);
        assertThat(stored("PMCD").content().profile().title()).isEqualTo("Première");
    }

    @Test
    void refusesToSaveAPlanThatIsGone() {
        Plan never = Samples.barePlan(UUID.randomUUID(), "never");

        assertThatThrownBy(() -> write(stores -> stores.plans().save(never)))
                .isInstanceOf(StaleAggregateException.class);
        assertThat(list(stores -> stores.plans().list())).isEmpty();
    }

    @Test
    void refusesACodeOrAnIdThatIsTaken() {
        UUID id = UUID.randomUUID();
        write(stores -> stores.plans().add(Samples.barePlan(id, "P")));

        assertThatThrownBy(() -> write(stores -> stores.plans().add(Samples.barePlan(UUID.randomUUID(), "P"))))
                .isInstanceOf(DuplicateCodeException.class);
        assertThatThrownBy(() -> write(stores -> stores.plans().add(Samples.barePlan(id, "Q"))))
                .isInstanceOf(DuplicateCodeException.class);
        assertThat(list(stores -> stores.plans().list())).hasSize(1);
    }

    @Test
    void goesOnAfterARefusalThatTheWorkHandles() {
        write(stores -> stores.plans().add(Samples.barePlan(UUID.randomUUID(), "P")));
        write(stores -> {
            assertThatThrownBy(() -> stores.plans().add(Samples.barePlan(UUID.randomUUID(), "P")))
                    .isInstanceOf(DuplicateCodeException.class);
            stores.plans().add(Samples.barePlan(UUID.randomUUID(), "Q"));
        });

        assertThat(list(stores -> stores.plans().list())).hasSize(2);
    }

    @Test
    void removesAPlanWithItsActions() {
        storeSamples();
        write(stores -> stores.plans().remove(Samples.PLAN));
        write(stores -> stores.plans().remove(new PlanId(UUID.randomUUID())));

        assertThat(optional(stores -> stores.plans().find(Samples.code("PMCD"))))
                .isEqualTo(Optional.empty());
        assertThat(list(stores -> stores.actions().list(Samples.PLAN))).isEmpty();
    }
}
