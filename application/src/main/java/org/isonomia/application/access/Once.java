package org.isonomia.application.access;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.isonomia.application.spi.AnswerRepository.Answer;
import org.isonomia.application.spi.AnswerRepository.Kept;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;

/**
 * Lets a request that names a key happen once: sent again by the same caller, it changes nothing and is answered with the
 * same. The answer is kept in the unit of work that makes the change, so there is never one without the other. What was
 * refused or failed has changed nothing and is not kept: it may be sent again under the same key, and is judged anew.
 */
public final class Once {

    /** How long answers are kept where nobody says otherwise. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final int FIRST_REFUSAL = 400;

    private final OrganisationRepository organisations;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final Duration kept;

    /**
     * @param organisations the organisations
     * @param unitOfWork the gateway to their data, the same that use cases have
     * @param clock what time it is
     * @param kept how long answers are kept, from one minute
     */
    public Once(OrganisationRepository organisations, UnitOfWork unitOfWork, InstantSource clock, Duration kept) {
        this.organisations = requireNonNull(organisations, "organisations");
        this.unitOfWork = requireNonNull(unitOfWork, "unitOfWork");
        this.clock = requireNonNull(clock, "clock");
        this.kept = requireNonNull(kept, "kept");
        checkArgument(kept.compareTo(Duration.ofMinutes(1)) >= 0, "kept must be ≥ 1 min: %s", kept);
    }

    /**
     * A request that names a key.
     *
     * @param useCase what is asked
     * @param organisation of whom, where that is known before anything is read
     * @param key the key, as it was sent
     * @param fingerprint the digest of everything that makes it the same request
     */
    public record Asked(UseCase useCase, Optional<Code> organisation, String key, Digest fingerprint) {
        public Asked {
            requireNonNull(useCase, "useCase");
            requireNonNull(organisation, "organisation");
            checkArgument(!key.isEmpty() && key.length() <= 255, "key must be 1 to 255 characters");
            requireNonNull(fingerprint, "fingerprint");
        }
    }

    /** Leaves the work by the answer that was given already. */
    private static final class AnsweredException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        AnsweredException(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    /**
     * Does the work, or gives the answer that was given before. Everything the work changes, by as many use cases as it
     * likes, becomes one change of one organisation.
     *
     * @param work what is to be done by this thread, which may be done more than once if others are in its way
     * @return the answer
     * @throws KeyReusedException if the key was sent with another request
     * @throws KeyInUseException if the request is being worked on
     */
    public Answer answer(Caller caller, Asked asked, Supplier<Answer> work) {
        Digest key = key(caller, asked.key());
        Optional<Answer> before = asked.organisation()
                .flatMap(organisations::find)
                .filter(organisation -> mayAsk(caller, asked.useCase(), organisation))
                .flatMap(organisation ->
                        unitOfWork.read(organisation.id(), stores -> known(stores, key, asked.fingerprint())));
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return unitOfWork.together(
                    stores -> claim(stores, key, asked.fingerprint()),
                    work,
                    (stores, answer) -> keep(stores, key, asked.fingerprint(), answer));
        } catch (AnsweredException meanwhile) {
            return meanwhile.answer;
        }
    }

    /** Rights that were taken away are gone, also for what was answered before. */
    private static boolean mayAsk(Caller caller, UseCase useCase, Organisation organisation) {
        return !Policy.reach(caller.actor(), useCase.permission(), organisation.id())
                .isNothing();
    }

    private void claim(Stores stores, Digest key, Digest fingerprint) {
        if (!stores.answers().claim(key)) {
            throw new KeyInUseException("the request with this key is being worked on: ask again in a moment");
        }
        known(stores, key, fingerprint).ifPresent(answer -> {
            throw new AnsweredException(answer);
        });
    }

    private Optional<Answer> known(Stores stores, Digest key, Digest fingerprint) {
        Optional<Kept> found =
                stores.answers().find(key).filter(known -> !known.time().isBefore(oldest()));
        if (found.filter(known -> !known.fingerprint().equals(fingerprint)).isPresent()) {
            throw new KeyReusedException("this key was sent with another request: take a new one for each");
        }
        return found.map(Kept::answer);
    }

    private void keep(Stores stores, Digest key, Digest fingerprint, Answer answer) {
        if (answer.status() < FIRST_REFUSAL) {
            stores.answers().purge(oldest());
            stores.answers().keep(new Kept(key, fingerprint, clock.instant().truncatedTo(ChronoUnit.MILLIS), answer));
        }
    }

    /** Forgets the answers of all organisations that were kept long enough. */
    public void purge() {
        Instant oldest = oldest();
        organisations
                .list()
                .forEach(organisation -> unitOfWork.write(
                        organisation.id(), stores -> stores.answers().purge(oldest)));
    }

    private Instant oldest() {
        return clock.instant().minus(kept);
    }

    private static Digest key(Caller caller, String key) {
        String who = caller.actor()
                .account()
                .map(account -> "account " + account)
                .orElseGet(() -> "name " + caller.actor().name());
        return new Digest(Hashing.sha256().hashString(who + "\n" + key, UTF_8));
    }
}
