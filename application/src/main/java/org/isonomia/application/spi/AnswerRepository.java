package org.isonomia.application.spi;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.journal.Digest;

/**
 * The answers to one organisation's requests that named a key, so that the same request sent again changes nothing and is
 * answered with the same.
 */
public interface AnswerRepository {

    /**
     * Claims a key until this unit of work ends; does not wait. Can be asked while reading as well.
     *
     * @return whether it is claimed; false if another unit of work has it
     */
    boolean claim(Digest key);

    /** The answer under this key. */
    Optional<Kept> find(Digest key);

    /** Keeps an answer, in the place of an older one under the same key. */
    void keep(Kept kept);

    /**
     * Forgets answers.
     *
     * @param before those that were given before this moment
     * @return how many there were
     */
    int purge(Instant before);

    /**
     * An answer that is kept.
     *
     * @param key the digest of the key and of who sent it
     * @param fingerprint the digest of what was asked
     * @param time when it was answered, in full milliseconds
     * @param answer the answer
     */
    record Kept(Digest key, Digest fingerprint, Instant time, Answer answer) {
        public Kept {
            requireNonNull(key, "key");
            requireNonNull(fingerprint, "fingerprint");
            requireNonNull(time, "time");
            requireNonNull(answer, "answer");
        }
    }

    /**
     * What was answered.
     *
     * @param status the status code, 200 to 599
     * @param headers the headers that belong to the answer, by name; neither holds a line break
     * @param body the body as it was sent
     */
    record Answer(int status, ImmutableMap<String, String> headers, ByteSource body) {
        public Answer {
            checkArgument(status >= 200 && status <= 599, "status must be 200 to 599: %s", status);
            headers.forEach((name, value) -> checkArgument(
                    (name + value).chars().noneMatch(c -> c == '\n' || c == '\r'), "a line break in header %s", name));
            requireNonNull(body, "body");
        }
    }
}
