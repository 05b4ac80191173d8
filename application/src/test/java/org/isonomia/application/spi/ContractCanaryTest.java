package org.isonomia.application.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.isonomia.application.spi.testing.ActionRepositoryContract;
import org.isonomia.application.spi.testing.AnswerRepositoryContract;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.InMemoryStores.Fault;
import org.isonomia.application.spi.testing.NetworkContract;
import org.isonomia.application.spi.testing.PlanRepositoryContract;
import org.isonomia.application.spi.testing.PlanSearchContract;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.SightContract;
import org.isonomia.application.spi.testing.StoreContract;
import org.isonomia.application.spi.testing.UnitOfWorkContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract that nobody can break is none: adapters that are wrong on purpose are found out. */
class ContractCanaryTest {

    private static class Plans extends PlanRepositoryContract {
        private final Ports ports;

        Plans(Ports ports) {
            this.ports = ports;
        }

        @Override
        protected Ports ports() {
            return ports;
        }
    }

    private static class Actions extends ActionRepositoryContract {
        private final Ports ports;

        Actions(Ports ports) {
            this.ports = ports;
        }

        @Override
        protected Ports ports() {
            return ports;
        }
    }

    private static class Work extends UnitOfWorkContract {
        private final Ports ports;

        Work(Ports ports) {
            this.ports = ports;
        }

        @Override
        protected Ports ports() {
            return ports;
        }
    }

    private static class Networks extends NetworkContract {
        private final Ports ports;

        Networks(Ports ports) {
            this.ports = ports;
        }

        @Override
        protected Ports ports() {
            return ports;
        }
    }

    private static class Search extends PlanSearchContract {
        private final Ports ports;

        Search(Ports ports) {
            this.ports = ports;
        }

        @Override
        protected Ports ports() {
            return ports;
        }
    }

    private static class Answers extends AnswerRepositoryContract {
        private final Ports ports;

        Answers(Ports ports) {
            this.ports = ports;
        }

        @Override
        protected Ports ports() {
            return ports;
        }
    }

    private static class Confidential extends SightContract {
        private final Ports ports;

        Confidential(Ports ports) {
            this.ports = ports;
        }

        @Override
        protected Ports ports() {
            return ports;
        }
    }

    @Test
    void findsNothingWrongInARightAdapter() {
        Ports right = InMemoryStores.create().ports();

        assertThat(failures(() -> new Plans(right))).isEmpty();
        assertThat(failures(() -> new Actions(right))).isEmpty();
        assertThat(failures(() -> new Work(right))).isEmpty();
        assertThat(failures(() -> new Search(right))).isEmpty();
        assertThat(failures(() -> new Answers(right))).isEmpty();
        assertThat(failures(() -> new Confidential(right))).isEmpty();
        assertThat(failures(() -> new Networks(right))).isEmpty();
    }

    @Test
    void findsAnAdapterThatIgnoresVersions() {
        Ports wrong = InMemoryStores.with(Fault.IGNORES_VERSIONS).ports();

        assertThat(failures(() -> new Plans(wrong))).contains("refusesASaveWithAStaleVersion");
        assertThat(failures(() -> new Actions(wrong))).contains("refusesASaveWithAStaleVersion", "savesAllOrNone");
        assertThat(failures(() -> new Work(wrong))).contains("letsExactlyOneOfManySavesOverTheSameVersionThrough");
    }

    @Test
    void findsAnAdapterThatForgetsToRollBack() {
        Ports wrong = InMemoryStores.with(Fault.FORGETS_ROLLBACK).ports();

        assertThat(failures(() -> new Work(wrong))).contains("undoesEverythingWhenTheWorkFailsAndThrowsWhatItThrew");
    }

    @Test
    void findsAnAdapterThatSharesItsState() {
        Ports wrong = InMemoryStores.with(Fault.SHARES_STATE).ports();

        assertThat(failures(() -> new Work(wrong)))
                .contains("changesNothingWhenReading", "readsOneStateWhateverOthersWriteMeanwhile");
    }

    @Test
    void findsAnAdapterThatMixesOrganisations() {
        Ports wrong = InMemoryStores.with(Fault.MIXES_ORGANISATIONS).ports();

        assertThat(failures(() -> new Work(wrong)))
                .contains("showsNothingOfOtherOrganisations", "givesEachOrganisationItsOwnCodesAndIds");
    }

    @Test
    void findsAnAdapterThatCutsLists() {
        Ports wrong = InMemoryStores.with(Fault.CUTS_LISTS).ports();

        assertThat(failures(() -> new Search(wrong))).contains("showsEachActionAsTheDomainSeesIt");
    }

    @Test
    void findsAnAdapterThatGivesAKeyTwice() {
        Ports wrong = InMemoryStores.with(Fault.CLAIMS_TWICE).ports();

        assertThat(failures(() -> new Answers(wrong))).containsExactly("letsOneUnitOfWorkClaimAKeyUntilItsEnd");
    }

    @Test
    void findsAnAdapterThatKeepsPartsOfWhatIsOne() {
        Ports wrong = InMemoryStores.with(Fault.SPLITS_WHAT_IS_ONE).ports();

        assertThat(failures(() -> new Work(wrong)))
                .contains("undoesAllThatWasDoneTogetherWhenTheWorkFails", "makesOneOfWhatIsDoneTogether");
    }

    @Test
    void findsAnAdapterThatShowsEverythingToEverybody() {
        Ports wrong = InMemoryStores.with(Fault.IGNORES_SIGHT).ports();

        assertThat(failures(() -> new Confidential(wrong)))
                .containsExactlyInAnyOrder(
                        "givesWhatIsSeenAndNothingElse",
                        "listsWhatIsSeen",
                        "turnsPagesOfWhatIsSeen",
                        "countsWhatIsSeen",
                        "knowsNoFiguresOfAnAxisWhoseActionsAreNotSeen",
                        "answersAtOnceOnlyWithWhatEverybodyMaySee",
                        "answersNothingMoreWithinWhatIsDoneTogether");
    }

    @Test
    void findsAnAdapterThatSharesTooMuch() {
        Ports wrong = InMemoryStores.with(Fault.SHARES_ALL_FIELDS).ports();

        assertThat(failures(() -> new Networks(wrong))).contains("showsExactlyTheSharedFields");
    }

    @Test
    void findsAnAdapterThatKeepsOneSideOfWhatFailed() {
        Ports wrong = InMemoryStores.with(Fault.KEEPS_ONE_SIDE).ports();

        assertThat(failures(() -> new Networks(wrong))).contains("undoesBothSidesWhenTheWorkFails");
    }

    /** The names of a contract's tests without parameters that fail, each run on an instance of its own. */
    private static List<String> failures(Supplier<StoreContract> contract) {
        List<String> failed = new ArrayList<>();
        for (Method test : marked(contract.get().getClass(), Test.class)) {
            StoreContract instance = contract.get();
            List<Method> steps = new ArrayList<>(marked(instance.getClass(), BeforeEach.class));
            steps.add(test);
            if (!steps.stream().allMatch(step -> passes(instance, step))) {
                failed.add(test.getName());
            }
        }
        return failed;
    }

    private static boolean passes(StoreContract instance, Method step) {
        try {
            step.setAccessible(true);
            step.invoke(instance);
            return true;
        } catch (InvocationTargetException failed) {
            return false;
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Methods with an annotation, those of superclasses first. */
    private static List<Method> marked(Class<?> type, Class<? extends Annotation> mark) {
        List<Method> found = new ArrayList<>();
        if (type.getSuperclass() != null) {
            found.addAll(marked(type.getSuperclass(), mark));
        }
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(mark))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(found::add);
        return found;
    }
}
