package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;

/** Lets somebody choose a password: long enough, and not one that others would try. */
final class PasswordChoice {

    private static final ViolationCode GUESSABLE = new ViolationCode("password.guessable");
    private static final Splitter WORDS =
            Splitter.on(Pattern.compile("[^\\p{L}\\p{M}]+")).omitEmptyStrings();

    /** Words that everybody here would think of. */
    private static final ImmutableList<String> OF_THE_PRODUCT =
            ImmutableList.of("isonomia", "metropole", "commune", "mairie", "egalite", "discriminations");

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
        if (screen.isGuessable(password, ownWords(login, name, grants))) {
            throw new RuleViolationException(Violation.of(
                    GUESSABLE, "this password is easy to guess: take several words that do not belong together"));
        }
        return hasher.hash(password);
    }

    private ImmutableList<String> ownWords(Login login, String name, ImmutableList<Grant> grants) {
        ImmutableSet<OrganisationId> held =
                grants.stream().flatMap(grant -> grant.organisation().stream()).collect(ImmutableSet.toImmutableSet());
        Stream<String> ofOrganisations = organisations.list().stream()
                .filter(organisation -> held.contains(organisation.id()))
                .map((Organisation organisation) -> organisation.name() + " " + organisation.code());
        return Stream.concat(Stream.of(login.value(), name), ofOrganisations)
                .flatMap(text -> Stream.concat(Stream.of(text), WORDS.splitToStream(text)))
                .flatMap(word -> Stream.of(word, org.isonomia.domain.kernel.Texts.folded(word)))
                .collect(
                        ImmutableList.Builder<String>::new,
                        ImmutableList.Builder::add,
                        (one, two) -> one.addAll(two.build()))
                .addAll(OF_THE_PRODUCT)
                .build();
    }
}
