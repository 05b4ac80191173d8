package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.isonomia.application.spi.ActionRepository;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.StatusChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ActionRepository} must do. */
public abstract class ActionRepositoryContract extends StoreContract {

    @BeforeEach
    void store() {
        storeSamples();
    }

    private Action stored(String code) {
        return read(stores ->
                stores.actions().find(Samples.PLAN, Samples.code(code)).orElseThrow());
    }

    private static Action begun(Action action) {
        return action.declare(new StatusChange(DeclaredStatus.IN_PROGRESS, Samples.TODAY, "Autrice", Optional.empty()));
    }

    @Test
    void findsNothingForAnUnknownCode() {
        assertThat(optional(stores -> stores.actions().find(Samples.PLAN, Samples.code("none"))))
                .isEmpty();
    }

    @Test
    void givesBackWhatWasAdded() {
        for (Action added : Samples.actions()) {
            Action stored = stored(added.code().value());
            assertThat(stored.snapshot()).isEqualTo(Samples.at(added, 1));
            assertThat(stored.content().roles().units().asList())
                    .isEqualTo(added.content().roles().units().asList());
            assertThat(stored.content().scope().criteria().asList())
                    .isEqualTo(added.content().scope().criteria().asList());
        }
    }

    @Test
    void listsInNaturalOrderOfCode() {
        assertThat(list(stores -> stores.actions().list(Samples.PLAN)))
                .extracting(action -> action.code().value())
                .containsExactly("1.2", "1.9", "1.10");
        assertThat(list(stores -> stores.actions()
                        .findAll(
                                Samples.PLAN,
                                ImmutableList.of(Samples.code("1.10"), Samples.code("1.2"), Samples.code("z")))))
                .extracting(action -> action.code().value())
                .containsExactly("1.2", "1.10");
        assertThat(list(stores -> stores.actions().codes(Samples.PLAN, Sight.PUBLIC)))
                .containsExactlyInAnyOrder(Samples.code("1.2"), Samples.code("1.9"), Samples.code("1.10"));
    }

    @Test
    void knowsWhatLinksToAnAction() {
        assertThat(list(stores -> stores.actions().linkingTo(Samples.PLAN, Samples.code("1.9"))))
                .containsExactly(Samples.code("1.2"));
        assertThat(list(stores -> stores.actions().linkingTo(Samples.PLAN, Samples.code("1.2"))))
                .isEmpty();
    }

    @Test
    void anUnsavedChangeIsInvisible() {
        write(stores ->
                begun(stores.actions().find(Samples.PLAN, Samples.code("1.9")).orElseThrow()));

        assertThat(stored("1.9").snapshot()).isEqualTo(Samples.at(Samples.bareAction(3, "1.9"), 1));
    }

    @Test
    void savesOverTheVersionThatWasRead() {
        Action changed = begun(stored("1.9")).revise(withoutLinks(stored("1.2").content()));
        Action second = stored("1.2").revise(Samples.bareAction(9, "9").content());
        write(stores -> stores.actions().saveAll(ImmutableList.of(second, changed)));

        assertThat(stored("1.9").snapshot()).isEqualTo(Samples.at(changed, 2));
        assertThat(stored("1.2").snapshot()).isEqualTo(Samples.at(second, 2));
    }

    private static ActionContent withoutLinks(ActionContent c) {
        return new ActionContent(
                c.profile(),
                c.commitment(),
                c.roles(),
                c.scope(),
                c.schedule(),
                c.milestones(),
                ImmutableList.of(),
                c.documents());
    }

    @Test
    void savesAllOrNone() {
        Action good = begun(stored("1.9"));
        Action stale = Action.restore(Samples.at(stored("1.10"), 7));

        assertThatThrownBy(() -> write(stores -> stores.actions().saveAll(ImmutableList.of(good, stale))))
                .isInstanceOf(StaleAggregateException.class);
        assertThat(stored("1.9").version()).isEqualTo(1);
        assertThat(stored("1.9").status()).isEqualTo(DeclaredStatus.PLANNED);
    }

    @Test
    void refusesASaveWithAStaleVersion() {
        Action first = begun(stored("1.9"));
        Action second = stored("1.9").moveTo(Samples.code("10"));
        write(stores -> stores.actions().saveAll(ImmutableList.of(first)));

        assertThatThrownBy(() -> write(stores -> stores.actions().saveAll(ImmutableList.of(second))))
                .isInstanceOf(StaleAggregateException.class);
        assertThat(stored("1.9").snapshot()).isEqualTo(Samples.at(first, 2));
    }

    @Test
    void refusesToSaveWhatIsGone() {
        Action gone = stored("1.9");
        write(stores -> stores.actions().removeAll(Samples.PLAN, ImmutableSet.of(Samples.code("1.2"), gone.code())));

        assertThatThrownBy(() -> write(stores -> stores.actions().saveAll(ImmutableList.of(gone))))
                .isInstanceOf(StaleAggregateException.class);
    }

    @Test
    void addsAllOrNone() {
        Action good = Samples.bareAction(20, "20");

        assertThatThrownBy(() ->
                        write(stores -> stores.actions().addAll(ImmutableList.of(good, Samples.bareAction(21, "1.9")))))
                .isInstanceOf(DuplicateCodeException.class);
        assertThatThrownBy(() ->
                        write(stores -> stores.actions().addAll(ImmutableList.of(good, Samples.bareAction(3, "21")))))
                .isInstanceOf(DuplicateCodeException.class);
        assertThat(list(stores -> stores.actions().codes(Samples.PLAN, Sight.PUBLIC)))
                .hasSize(3);
    }

    @Test
    void addsAndSavesNothingWithoutComplaint() {
        write(stores -> {
            stores.actions().addAll(ImmutableList.of());
            stores.actions().saveAll(ImmutableList.of());
            stores.actions().removeAll(Samples.PLAN, ImmutableList.<Code>of());
        });

        assertThat(list(stores -> stores.actions().codes(Samples.PLAN, Sight.PUBLIC)))
                .hasSize(3);
    }

    @Test
    void removesWhatIsThere() {
        write(stores ->
                stores.actions().removeAll(Samples.PLAN, ImmutableSet.of(Samples.code("1.2"), Samples.code("none"))));

        assertThat(list(stores -> stores.actions().codes(Samples.PLAN, Sight.PUBLIC)))
                .containsExactlyInAnyOrder(Samples.code("1.9"), Samples.code("1.10"));
    }
}
