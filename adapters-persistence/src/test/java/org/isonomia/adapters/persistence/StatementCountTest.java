package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.UUID;
import java.util.function.Function;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.testing.Crowd;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.HealthRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the database does not grow with the number of rows. */
class StatementCountTest {

    private final PersistenceAdapter adapter = TestInstallation.shared().adapter();
    private final Organisation organisation = Samples.organisation(UUID.randomUUID(), "count-" + UUID.randomUUID());

    @BeforeEach
    void store() {
        adapter.organisations().put(organisation);
        adapter.unitOfWork().write(organisation.id(), stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            stores.actions().addAll(Samples.actions());
            return true;
        });
    }

    /** How many statements a call needs. */
    private long statements(Function<Stores, ?> work) {
        long before = adapter.statements();
        adapter.unitOfWork().read(organisation.id(), work);
        return adapter.statements() - before;
    }

    private void addACrowd() {
        adapter.unitOfWork().write(organisation.id(), stores -> {
            stores.actions().addAll(Crowd.of(500, 1));
            return true;
        });
    }

    @Test
    void readsOneActionInAsManyStatementsAsHundreds() {
        long one = statements(stores -> stores.actions().find(Samples.PLAN, Samples.code("1.2")));
        addACrowd();

        assertThat(statements(stores -> stores.actions().list(Samples.PLAN)))
                .isEqualTo(one)
                .isEqualTo(1);
    }

    @Test
    void findsAnActionByCodesInOneMessage() {
        long before = adapter.statements();
        adapter.unitOfWork().action(organisation.code(), Samples.plan().code(), Samples.code("1.2"));

        assertThat(adapter.statements() - before).isEqualTo(1);
    }

    @Test
    void readsPlansInAConstantNumberOfStatements() {
        assertThat(statements(stores -> stores.plans().list())).isLessThanOrEqualTo(12);
        assertThat(statements(stores -> stores.plans().list())).isEqualTo(1);
        assertThat(statements(stores -> stores.plans().find(Samples.code("none"))))
                .isEqualTo(1);
    }

    @Test
    void readsADirectoryInAFewStatements() {
        assertThat(statements(stores -> stores.directory().list(Directory.PARTNERS)))
                .isEqualTo(3);
        assertThat(statements(stores -> stores.directory().list(Directory.UNITS)))
                .isEqualTo(1);
    }

    @Test
    void answersEachQuestionOfAScreenInOneStatement() {
        addACrowd();
        ActionQuery query = ActionQuery.of(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, Sight.PUBLIC);

        assertThat(statements(stores -> stores.search().actions(query))).isEqualTo(1);
        assertThat(statements(stores ->
                        stores.search().figures(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, Sight.PUBLIC)))
                .isEqualTo(1);
        assertThat(statements(stores -> stores.search().territories(Samples.PLAN, Sight.PUBLIC)))
                .isEqualTo(1);
    }

    @Test
    void savesHundredsInAsManyStatementsAsOne() {
        addACrowd();
        long before = adapter.statements();
        adapter.unitOfWork().write(organisation.id(), stores -> {
            stores.actions().saveAll(stores.actions().list(Samples.PLAN));
            return ImmutableSet.of();
        });

        assertThat(adapter.statements() - before).isLessThan(50);
    }
}
