package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.application.spi.PasswordScreen;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.isonomia.domain.network.OrganisationId;

/** Lets somebody choose a password: long enough, and not one that others would try. */
final class PasswordChoice {

    private static final ViolationCode GUESSABLE = new ViolationCode("password.guessable");
    private static final Splitter WORDS =
            Splitter.on(Pattern.compile("[^\\p{L}\\p{M}]+")).omitEmptyStrings();

    /** Words that everybody here would think of. */
    private static final ImmutableList<String> OF_THE_PRODUCT =
            ImmutableList.of("isonomia", "metropole", "commune", "mairie", "egalite", "discriminations");

    private static final int SHORTEST_WORD = 3;
    private static final int LEFT_WITHOUT_OWN = 8;

    private final OrganisationRepository organisations;
    private final PasswordScreen screen;
    private final PasswordHasher hasher;

    PasswordChoice(OrganisationRepository organisations, PasswordScreen screen, PasswordHasher hasher) {
        this.organisations = requireNonNull(organisations, "organisations");
        this.screen = requireNonNull(screen, "screen");
        this.hasher = requireNonNull(hasher, "hasher");
    }

    /**
     * The hash of a password that an account chooses.
     *
     * @throws RuleViolationException if it may not be chosen
     */
    String hash(Password password, Account account, ImmutableList<Grant> grants) {
        return hash(password, account.login(), account.name(), grants);
    }

    /**
     * The hash of a password that somebody chooses.
     *
     * @throws RuleViolationException if it may not be chosen
     */
    String hash(Password password, Login login, String name, ImmutableList<Grant> grants) {
        RuleViolationException.throwIfAny(password.violations());
        ImmutableList<String> own = ownWords(login, name, grants);
        if (consistsOf(own, password) || screen.isGuessable(password, own)) {
            throw new RuleViolationException(Violation.of(
                    GUESSABLE, "this password is easy to guess: take several words that do not belong together"));
        }
        return hasher.hash(password);
    }

    /** Whether little is left of a password without the words that belong to whoever chose it. */
    private static boolean consistsOf(ImmutableList<String> own, Password password) {
        String left = Texts.folded(password.value());
        for (String word : own) {
            left = left.replace(word, "");
        }
        return left.codePoints().filter(Character::isLetterOrDigit).count() < LEFT_WITHOUT_OWN;
    }

    /** Words that belong to somebody: their names and their organisations', as people search for them, the longest first. */
    private ImmutableList<String> ownWords(Login login, String name, ImmutableList<Grant> grants) {
        ImmutableSet<OrganisationId> held =
                grants.stream().flatMap(grant -> grant.organisation().stream()).collect(toImmutableSet());
        Stream<String> ofOrganisations = organisations.list().stream()
                .filter(organisation -> held.contains(organisation.id()))
                .flatMap(organisation ->
                        Stream.of(organisation.name(), organisation.code().value()));
        return Stream.of(Stream.of(login.value(), name), ofOrganisations, OF_THE_PRODUCT.stream())
                .flatMap(texts -> texts)
                .map(Texts::folded)
                .flatMap(text -> Stream.concat(Stream.of(text), WORDS.splitToStream(text)))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(toImmutableList());
    }
}
