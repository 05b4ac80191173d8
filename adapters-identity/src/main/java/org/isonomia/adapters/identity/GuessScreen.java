package org.isonomia.adapters.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.io.ClasspathResource;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import com.nulabinc.zxcvbn.matchers.SlantedKeyboardLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.isonomia.application.spi.PasswordScreen;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.kernel.Texts;

/**
 * Judges passwords by how many guesses a good guesser needs: zxcvbn with its lists (30 000 passwords from breaches, words,
 * names), a list of French words of our own and the French keyboard.
 */
final class GuessScreen implements PasswordScreen {

    private static final String FOLDER = "/org/isonomia/adapters/identity/";

    /** The highest of zxcvbn's five degrees: more than ten thousand million guesses, each as slow as a hash. */
    private static final int SAFE = 4;

    /** Judging takes more than twice as long for twice as many characters. A whole is as hard to guess as any part of it. */
    private static final Splitter PARTS = Splitter.fixedLength(64);

    private final Zxcvbn judge;

    private GuessScreen(Zxcvbn judge) {
        this.judge = requireNonNull(judge, "judge");
    }

    static GuessScreen create() {
        try {
            return new GuessScreen(new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("french_words", frenchWords()))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .keyboard(new SlantedKeyboardLoader("azerty", new ClasspathResource(FOLDER + "azerty.txt")).load())
                    .build());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static ImmutableList<String> frenchWords() throws IOException {
        return ImmutableList.copyOf(Resources.readLines(
                Resources.getResource(GuessScreen.class, FOLDER + "french-words.txt"), StandardCharsets.UTF_8));
    }

    @Override
    public boolean isGuessable(Password password, ImmutableList<String> own) {
        return isGuessable(password.value(), own) || isGuessable(Texts.folded(password.value()), own);
    }

    private boolean isGuessable(String text, ImmutableList<String> own) {
        return PARTS.splitToStream(text)
                .noneMatch(part -> judge.measure(part, own).getScore() >= SAFE);
    }
}
