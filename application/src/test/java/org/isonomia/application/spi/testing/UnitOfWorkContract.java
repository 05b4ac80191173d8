package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.StatusChange;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} must do. */
public abstract class UnitOfWorkContract extends StoreContract {

    private static final int WRITERS = 8;

    @Test
    void returnsWhatTheWorkReturns() {
        String read = read(stores -> "read");
        String written = ports().unitOfWork().write(organisation.id(), stores -> "written");

        assertThat(List.of(read, written)).containsExactly("read", "written");
    }

    @Test
    void undoesEverythingWhenTheWorkFailsAndThrowsWhatItThrew() {
        ArithmeticException thrown = new ArithmeticException("on purpose");

        assertThatThrownBy(() -> write(stores -> {
                    stores.directory().putAll(Samples.directory());
                    stores.plans().add(Samples.plan());
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(list(stores -> stores.plans().list())).isEmpty();
        assertThat(list(stores -> stores.directory().list(Directory.UNITS))).isEmpty();
    }

    @Test
    void foundsAnOrganisationTogetherWithWhatItHolds() {
        Organisation founded = Samples.organisation(UUID.randomUUID(), "founded-" + UUID.randomUUID());
        UnitOfWork unitOfWork = ports().unitOfWork();
        unitOfWork.writeAlone(founded.id(), stores -> {
            assertThat(stores.organisations().find(founded.code())).isEmpty();
            stores.organisations().put(founded);
            stores.plans().add(Samples.barePlan(UUID.randomUUID(), "P"));
            return stores.organisations().find(founded.code()).orElseThrow();
        });

        assertThat(ports().organisations().find(founded.code())).contains(founded);
        assertThat(unitOfWork
                        .read(founded.id(), stores -> stores.plans().list())
                        .size())
                .isEqualTo(1);
    }

    @Test
    void foundsNoOrganisationWhenTheWorkFails() {
        Organisation founded = Samples.organisation(UUID.randomUUID(), "founded-" + UUID.randomUUID());
        ArithmeticException thrown = new ArithmeticException("on purpose");

        assertThatThrownBy(() -> ports().unitOfWork().writeAlone(founded.id(), stores -> {
                    stores.organisations().put(founded);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(ports().organisations().find(founded.code())).isEmpty();
    }

    @Test
    void refusesAnOrganisationWhoseCodeAnotherHasAndGoesOn() {
        Organisation same =
                Samples.organisation(UUID.randomUUID(), organisation.code().value());
        write(stores -> {
            assertThatThrownBy(() -> stores.organisations().put(same)).isInstanceOf(DuplicateCodeException.class);
            assertThat(stores.organisations().find(organisation.code())).contains(organisation);
        });
    }

    @Test
    void letsWhoWantsTheWholeWriteAlone() throws Exception {
        storeSamples();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = 100 + writer;
            writers.add(() -> ports().unitOfWork().writeAlone(organisation.id(), stores -> {
                int before = stores.actions().codes(Samples.PLAN, Sight.PUBLIC).size();
                stores.actions().addAll(ImmutableList.of(Samples.bareAction(number, Integer.toString(number))));
                return before;
            }));
        }
        List<Integer> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Integer> done : threads.invokeAll(writers)) {
                seen.add(done.get());
            }
        }

        assertThat(seen).containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void changesNothingWhenReading() {
        assertThatThrownBy(() -> read(stores -> {
                    stores.plans().add(Samples.barePlan(UUID.randomUUID(), "P"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(list(stores -> stores.plans().list())).isEmpty();
    }

    @Test
    void doesNotNest() {
        assertThatThrownBy(() -> read(stores -> read(again -> true))).isInstanceOf(IllegalStateException.class);
        assertThat(list(stores -> stores.plans().list())).isEmpty();
    }

    @Test
    void seesItsOwnChanges() {
        write(stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            stores.actions().addAll(Samples.actions());
            assertThat(stores.actions().codes(Samples.PLAN, Sight.PUBLIC)).hasSize(3);
            assertThat(stores.plans().find(Samples.code("PMCD"))).isPresent();
        });
    }

    @Test
    void readsOneStateWhateverOthersWriteMeanwhile() throws Exception {
        storeSamples();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            List<Integer> sizes = read(stores -> {
                int before = stores.actions().codes(Samples.PLAN, Sight.PUBLIC).size();
                await(other.submit(() -> write(
                        meanwhile -> meanwhile.actions().addAll(ImmutableList.of(Samples.bareAction(50, "50"))))));
                return List.of(
                        before,
                        stores.actions().codes(Samples.PLAN, Sight.PUBLIC).size());
            });

            assertThat(sizes).containsExactly(3, 3);
        }
        assertThat(list(stores -> stores.actions().codes(Samples.PLAN, Sight.PUBLIC)))
                .hasSize(4);
    }

    @Test
    void findsAnActionWithItsOrganisationByCodesAlone() {
        storeSamples();
        Organisation other = foundOrganisation();
        UnitOfWork unitOfWork = ports().unitOfWork();
        Code plan = Samples.plan().code();
        Code action = Samples.code("1.2");

        assertThat(unitOfWork.action(organisation.code(), plan, action))
                .contains(new UnitOfWork.FoundAction(
                        organisation,
                        read(stores ->
                                stores.actions().find(Samples.PLAN, action).orElseThrow())));
        assertThat(unitOfWork.action(other.code(), plan, action)).isEmpty();
        assertThat(unitOfWork.action(organisation.code(), Samples.code("none"), action))
                .isEmpty();
        assertThat(unitOfWork.action(organisation.code(), plan, Samples.code("none")))
                .isEmpty();
        assertThat(unitOfWork.action(Samples.code("none-" + UUID.randomUUID()), plan, action))
                .isEmpty();
    }

    @Test
    void showsNothingOfOtherOrganisations() {
        storeSamples();
        Organisation other = foundOrganisation();
        UnitOfWork unitOfWork = ports().unitOfWork();

        assertThat(unitOfWork.read(other.id(), stores -> stores.plans().list()).isEmpty())
                .isTrue();
        assertThat(unitOfWork
                        .read(other.id(), stores -> stores.actions().list(Samples.PLAN))
                        .isEmpty())
                .isTrue();
        assertThat(unitOfWork
                        .read(other.id(), stores -> stores.search().territories(Samples.PLAN, Sight.PUBLIC))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void givesEachOrganisationItsOwnCodesAndIds() {
        storeSamples();
        Organisation first = organisation;
        organisation = foundOrganisation();
        storeSamples();
        write(stores -> stores.plans().remove(Samples.PLAN));
        write(stores -> stores.directory().removeAll(Directory.AUDIENCES, ImmutableList.of(Samples.code("agents"))));

        organisation = first;
        assertThat(list(stores -> stores.actions().list(Samples.PLAN))).hasSize(3);
        assertThat(optional(stores -> stores.directory().find(Directory.AUDIENCES, Samples.code("agents"))))
                .isPresent();
    }

    @Test
    void letsExactlyOneOfManySavesOverTheSameVersionThrough() throws Exception {
        storeSamples();
        Action read = read(stores ->
                stores.actions().find(Samples.PLAN, Samples.code("1.9")).orElseThrow());
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Action changed = read.declare(
                    new StatusChange(DeclaredStatus.IN_PROGRESS, Samples.TODAY, "Autrice " + writer, Optional.empty()));
            writers.add(() -> saves(changed));
        }
        long saved = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Boolean> done : threads.invokeAll(writers)) {
                saved += done.get() ? 1 : 0;
            }
        }

        assertThat(saved).isEqualTo(1);
        assertThat(optional(stores -> stores.actions().find(Samples.PLAN, Samples.code("1.9"))))
                .map(Action::version)
                .contains(2);
    }

    private void put(String name) {
        write(stores -> stores.directory().putAll(ImmutableList.of(Samples.audience(name))));
    }

    private Optional<?> audience(String name) {
        return optional(stores -> stores.directory().find(Directory.AUDIENCES, Samples.code(name)));
    }

    @Test
    void makesOneOfWhatIsDoneTogether() {
        List<String> steps = new ArrayList<>();
        String result = ports().unitOfWork()
                .together(
                        begun -> steps.add("begun"),
                        () -> {
                            assertThat(audience("first")).isEmpty();
                            steps.add("read");
                            put("first");
                            put("second");
                            assertThat(audience("first")).isPresent();
                            return "done";
                        },
                        (ending, done) -> steps.add(done));

        assertThat(result).isEqualTo("done");
        assertThat(steps).containsExactly("read", "begun", "done");
        assertThat(audience("first")).isPresent();
        assertThat(audience("second")).isPresent();
    }

    @Test
    void showsEverythingOfWhatIsDoneTogetherToWhoDoesIt() {
        Organisation founded = Samples.organisation(UUID.randomUUID(), "founded-" + UUID.randomUUID());
        UnitOfWork unitOfWork = ports().unitOfWork();
        Code plan = Samples.plan().code();
        boolean found = unitOfWork.together(
                begun -> {},
                () -> {
                    unitOfWork.writeAlone(founded.id(), stores -> {
                        stores.organisations().put(founded);
                        stores.directory().putAll(Samples.directory());
                        stores.plans().add(Samples.plan());
                        stores.actions().addAll(Samples.actions());
                        return true;
                    });
                    assertThat(ports().organisations().find(founded.code())).contains(founded);
                    assertThat(ports().organisations().list()).contains(founded);
                    assertThat(unitOfWork.action(organisation.code(), plan, Samples.code("1.2")))
                            .isEmpty();
                    return unitOfWork
                            .action(founded.code(), plan, Samples.code("1.2"))
                            .isPresent();
                },
                (ending, done) -> {});

        assertThat(found).isTrue();
        assertThat(ports().organisations().find(founded.code())).contains(founded);
    }

    @Test
    void undoesAllThatWasDoneTogetherWhenTheWorkFails() {
        IllegalArgumentException thrown = new IllegalArgumentException("meant");
        assertThatThrownBy(() -> ports().unitOfWork()
                        .together(
                                begun -> {},
                                () -> {
                                    put("first");
                                    throw thrown;
                                },
                                (ending, done) -> {}))
                .isSameAs(thrown);
        assertThat(audience("first")).isEmpty();
    }

    @Test
    void undoesAllThatWasDoneTogetherWhenItsEndingFails() {
        assertThatThrownBy(() -> ports().unitOfWork()
                        .together(
                                begun -> {},
                                () -> {
                                    put("first");
                                    return true;
                                },
                                (ending, done) -> {
                                    throw new IllegalArgumentException("meant");
                                }))
                .hasMessage("meant");
        assertThat(audience("first")).isEmpty();
    }

    @Test
    void undoesWhatWasBegunTogetherWhenItsBeginningFails() {
        assertThatThrownBy(() -> ports().unitOfWork()
                        .together(
                                begun -> {
                                    begun.directory().putAll(ImmutableList.of(Samples.audience("first")));
                                    throw new IllegalArgumentException("meant");
                                },
                                () -> {
                                    put("second");
                                    return true;
                                },
                                (ending, done) -> {}))
                .hasMessage("meant");
        assertThat(audience("first")).isEmpty();
        assertThat(audience("second")).isEmpty();
    }

    @Test
    void goesOnWithNothingBegunAfterAPartOfWhatWasDoneTogetherFailed() {
        boolean seen = ports().unitOfWork()
                .together(
                        begun -> {},
                        () -> {
                            assertThatThrownBy(() -> write(stores -> {
                                        stores.directory().putAll(ImmutableList.of(Samples.audience("first")));
                                        throw new IllegalArgumentException("meant");
                                    }))
                                    .hasMessage("meant");
                            return audience("first").isPresent();
                        },
                        (ending, done) -> {
                            throw new AssertionError("nothing was written");
                        });

        assertThat(seen).isFalse();
    }

    @Test
    void doesNotLoseAPartOfWhatWasDoneTogetherInSilence() {
        assertThatThrownBy(() -> ports().unitOfWork()
                        .together(
                                begun -> {},
                                () -> {
                                    put("first");
                                    assertThatThrownBy(() -> write(stores -> {
                                                throw new IllegalArgumentException("meant");
                                            }))
                                            .hasMessage("meant");
                                    return true;
                                },
                                (ending, done) -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(audience("first")).isEmpty();
    }

    @Test
    void refusesToMakeOneOfTheChangesOfTwoOrganisations() {
        Organisation other = foundOrganisation();
        assertThatThrownBy(() -> ports().unitOfWork()
                        .together(
                                begun -> {},
                                () -> {
                                    put("first");
                                    return ports().unitOfWork().write(other.id(), stores -> true);
                                },
                                (ending, done) -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(audience("first")).isEmpty();
    }

    private boolean saves(Action changed) {
        try {
            write(stores -> stores.actions().saveAll(ImmutableList.of(changed)));
            return true;
        } catch (StaleAggregateException stale) {
            return false;
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
