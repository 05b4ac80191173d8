package org.isonomia.application.access;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.isonomia.application.spi.AnswerRepository.Answer;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.Test;

class OnceTest {

    private final InMemoryStores memory = InMemoryStores.create();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T10:00:00Z"));
    private final Organisation here = Samples.organisation(new UUID(0, 1), "here");
    private final Organisation there = Samples.organisation(new UUID(0, 2), "there");
    private final Gateway gateway = TestGateway.of(memory.ports(), now::get);
    private final Once once = new Once(memory.ports().organisations(), memory, now::get, Duration.ofHours(24));
    private final AtomicInteger done = new AtomicInteger();

    OnceTest() {
        memory.ports().organisations().put(here);
        memory.ports().organisations().put(there);
    }

    private static Actor lead(int account, Organisation... of) {
        return Actor.of(
                new AccountId(new UUID(9, account)),
                "Lead",
                Stream.of(of)
                        .map(organisation ->
                                new Grant(Role.PLAN_LEAD, Optional.of(organisation.id()), Scope.EVERYTHING))
                        .collect(toImmutableList()));
    }

    private Answer ask(Actor actor, Organisation of, String key, String body) {
        Caller caller = new Caller(actor, "request");
        Digest print = new Digest(Hashing.sha256().hashString(body, StandardCharsets.UTF_8));
        return once.answer(
                caller,
                new Once.Asked(UseCase.CHANGE_ENTRY, Optional.of(of.code()), key, print),
                () -> gateway.write(caller, UseCase.CHANGE_ENTRY, of, Optional.empty(), room -> {
                    int number = done.incrementAndGet();
                    room.stores().directory().putAll(ImmutableList.of(Samples.audience("a" + number)));
                    return new Answer(200 + number, ImmutableMap.of(), ByteSource.empty());
                }));
    }

    @Test
    void keepsCallersOrganisationsAndKeysApart() {
        assertThat(ask(lead(1, here, there), here, "k", "a").status()).isEqualTo(201);
        assertThat(ask(lead(1, here, there), here, "k", "a").status()).isEqualTo(201);
        assertThat(ask(lead(2, here), here, "k", "b").status()).isEqualTo(202);
        assertThat(ask(lead(1, here, there), there, "k", "c").status()).isEqualTo(203);
        assertThat(ask(lead(1, here, there), here, "l", "d").status()).isEqualTo(204);
    }

    @Test
    void forgetsAnswersAfterADay() {
        ask(lead(1, here), here, "k", "a");
        now.updateAndGet(time -> time.plus(Duration.ofHours(24)));
        assertThat(ask(lead(1, here), here, "k", "a").status()).isEqualTo(201);
        now.updateAndGet(time -> time.plusMillis(1));
        assertThat(ask(lead(1, here), here, "k", "b").status()).isEqualTo(202);

        now.updateAndGet(time -> time.plus(Duration.ofHours(25)));
        once.purge();
        int left = memory.write(here.id(), stores -> stores.answers().purge(Instant.MAX));
        assertThat(left).isZero();
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        ask(lead(1, here), here, "k", "a");

        assertThatThrownBy(() -> ask(lead(1, here), here, "k", "b")).isInstanceOf(KeyReusedException.class);
        assertThat(done).hasValue(1);
    }

    @Test
    void answersNobodyWhoseRightsAreGone() {
        ask(lead(1, here), here, "k", "a");

        assertThatThrownBy(() -> ask(lead(1), here, "k", "a")).isInstanceOf(ForbiddenException.class);
    }
}
