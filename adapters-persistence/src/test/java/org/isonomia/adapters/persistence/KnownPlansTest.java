package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that is known is read again whenever it was changed, and never as a change that was taken back had made it. */
class KnownPlansTest {

    private static final Code CODE = Samples.plan().code();

    private final PersistenceAdapter adapter = TestInstallation.shared().adapter();
    private final Organisation organisation = Samples.organisation(UUID.randomUUID(), "known-" + UUID.randomUUID());

    @BeforeEach
    void store() {
        adapter.organisations().put(organisation);
        adapter.unitOfWork().write(organisation.id(), stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            return true;
        });
    }

    private Optional<Plan> read() {
        return adapter.unitOfWork()
                .read(organisation.id(), stores -> stores.plans().find(CODE));
    }

    private static Plan close(Stores stores) {
        stores.plans().save(stores.plans().find(CODE).orElseThrow().transitionTo(PlanStatus.CLOSED));
        return stores.plans().find(CODE).orElseThrow();
    }

    @Test
    void seesEachChange() {
        assertThat(read().orElseThrow().status()).isEqualTo(PlanStatus.IN_FORCE);
        assertThat(read()).isEqualTo(read());

        adapter.unitOfWork().write(organisation.id(), KnownPlansTest::close);

        assertThat(read().orElseThrow().status()).isEqualTo(PlanStatus.CLOSED);
    }

    @Test
    void forgetsWhatWasTakenBack() {
        assertThatThrownBy(() -> adapter.unitOfWork().write(organisation.id(), stores -> {
                    assertThat(close(stores).version()).isEqualTo(2);
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        adapter.unitOfWork().write(organisation.id(), stores -> {
            stores.plans().save(stores.plans().find(CODE).orElseThrow());
            return true;
        });

        assertThat(read().orElseThrow().version()).isEqualTo(2);
        assertThat(read().orElseThrow().status()).isEqualTo(PlanStatus.IN_FORCE);
    }

    @Test
    void knowsNothingOfWhatIsGone() {
        assertThat(read()).isPresent();
        adapter.unitOfWork().write(organisation.id(), stores -> {
            stores.plans().remove(Samples.PLAN);
            return true;
        });

        assertThat(read()).isEmpty();
    }
}
