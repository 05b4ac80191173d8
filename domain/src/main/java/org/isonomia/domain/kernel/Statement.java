package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * A sentence of the plan as it was adopted, word for word, with the force of its verb. What the system shows as the
 * plan's own rests on statements; what it shows without one is somebody's reading.
 *
 * @param reference where the sentence stands in the plan's reading, such as {@code 1-12}; unique within the plan, 1 to 64
 *     characters
 * @param level how firmly it commits
 * @param quote the words, 1 to 10 000 characters
 */
public record Statement(String reference, CommitmentLevel level, String quote) {
    public Statement {
        requireNonNull(reference, "reference");
        requireNonNull(level, "level");
        requireNonNull(quote, "quote");
        checkArgument(
                !reference.isBlank() && reference.length() <= 64,
                "reference must have 1 to 64 characters: %s",
                reference);
        Texts.checkTitle(reference, "reference");
        Texts.checkText(quote, "quote");
    }
}
