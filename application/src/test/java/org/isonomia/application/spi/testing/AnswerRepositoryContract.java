package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.isonomia.application.spi.AnswerRepository;
import org.isonomia.application.spi.AnswerRepository.Answer;
import org.isonomia.application.spi.AnswerRepository.Kept;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.Test;

/** What every {@link AnswerRepository} must do. Extend it, supply the ports, change nothing else. */
public abstract class AnswerRepositoryContract extends StoreContract {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final Digest KEY = digest("key");

    private static Digest digest(String of) {
        return new Digest(Hashing.sha256().hashString(of, StandardCharsets.UTF_8));
    }

    private static Kept kept(Digest key, Instant time, String body) {
        ImmutableMap<String, String> headers = ImmutableMap.of("ETag", "\"2-a: b\"", "Location", "/é");
        return new Kept(
                key,
                digest("print"),
                time,
                new Answer(201, headers, ByteSource.wrap(body.getBytes(StandardCharsets.UTF_8))));
    }

    private void keep(Kept kept) {
        write(stores -> stores.answers().keep(kept));
    }

    @Test
    void findsNothingUnderAnUnknownKey() {
        assertThat(optional(stores -> stores.answers().find(KEY))).isEmpty();
    }

    @Test
    void givesBackWhatWasKept() throws IOException {
        keep(kept(KEY, NOON, "{\"code\":\"é\"}\n"));

        Kept found = optional(stores -> stores.answers().find(KEY)).orElseThrow();
        assertThat(found.key()).isEqualTo(KEY);
        assertThat(found.fingerprint()).isEqualTo(digest("print"));
        assertThat(found.time()).isEqualTo(NOON);
        assertThat(found.answer().status()).isEqualTo(201);
        assertThat(found.answer().headers())
                .containsExactly(java.util.Map.entry("ETag", "\"2-a: b\""), java.util.Map.entry("Location", "/é"));
        assertThat(found.answer().body().asCharSource(StandardCharsets.UTF_8).read())
                .isEqualTo("{\"code\":\"é\"}\n");
    }

    @Test
    void keepsAnAnswerThatSaysNothing() throws IOException {
        keep(new Kept(KEY, KEY, NOON, new Answer(204, ImmutableMap.of(), ByteSource.empty())));

        Answer found =
                optional(stores -> stores.answers().find(KEY)).orElseThrow().answer();
        assertThat(found.headers()).isEmpty();
        assertThat(found.body().read()).isEmpty();
    }

    @Test
    void keepsTheLaterOfTwoAnswersUnderOneKey() {
        keep(kept(KEY, NOON, "first"));
        keep(kept(KEY, NOON.plusSeconds(1), "second"));

        assertThat(optional(stores -> stores.answers().find(KEY)).map(Kept::time))
                .contains(NOON.plusSeconds(1));
    }

    @Test
    void forgetsWhatIsOlderAndNothingElse() {
        keep(kept(digest("old"), NOON.minusMillis(1), "old"));
        keep(kept(KEY, NOON, "new"));

        write(stores -> assertThat(stores.answers().purge(NOON)).isEqualTo(1));

        assertThat(optional(stores -> stores.answers().find(digest("old")))).isEmpty();
        assertThat(optional(stores -> stores.answers().find(KEY))).isPresent();
    }

    @Test
    void showsNothingOfOtherOrganisations() {
        keep(kept(KEY, NOON, "ours"));
        Organisation other = foundOrganisation();

        Optional<Kept> found =
                ports().unitOfWork().read(other.id(), stores -> stores.answers().find(KEY));
        assertThat(found).isEmpty();
    }

    @Test
    void letsOneUnitOfWorkClaimAKeyUntilItsEnd() throws Exception {
        Organisation other = foundOrganisation();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            boolean claimed = read(stores -> {
                assertThat(stores.answers().claim(KEY)).isTrue();
                assertThat(claims(threads, organisation, KEY)).isFalse();
                assertThat(claims(threads, organisation, digest("another"))).isTrue();
                assertThat(claims(threads, other, KEY)).isTrue();
                return true;
            });

            assertThat(claimed).isTrue();
            assertThat(claims(threads, organisation, KEY)).isTrue();
        }
    }

    private boolean claims(ExecutorService threads, Organisation of, Digest key) {
        try {
            return threads.submit(() -> ports().unitOfWork()
                            .<Boolean>read(of.id(), stores -> stores.answers().claim(key)))
                    .get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
