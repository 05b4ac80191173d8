package org.isonomia.application.spi.testing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.isonomia.application.spi.AnswerRepository;
import org.isonomia.domain.journal.Digest;

/** Kept answers of one organisation in memory. */
record InMemoryAnswers(Map<Digest, Kept> answers, Predicate<Digest> claims, Runnable guard)
        implements AnswerRepository {

    @Override
    public boolean claim(Digest key) {
        return claims.test(key);
    }

    @Override
    public Optional<Kept> find(Digest key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public void keep(Kept kept) {
        guard.run();
        answers.put(kept.key(), kept);
    }

    @Override
    public int purge(Instant before) {
        guard.run();
        int known = answers.size();
        answers.values().removeIf(kept -> kept.time().isBefore(before));
        return known - answers.size();
    }
}
