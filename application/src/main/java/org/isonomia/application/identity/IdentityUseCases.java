package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.domain.identity.IdentitySettings;

/**
 * The use cases of identity, made from the ports.
 *
 * @param callers says who is calling
 * @param signIn signs in and out
 * @param providers signs in by an identity provider
 * @param own what everybody may do with their own account
 * @param secondFactors one-time codes beside the password
 * @param tokens tokens of programs
 * @param accounts the people of an organisation
 * @param operators the people of the installation
 * @param firstOperator lets the first operator in
 */
public record IdentityUseCases(
        Callers callers,
        SignIn signIn,
        ProviderSignIn providers,
        OwnAccount own,
        SecondFactors secondFactors,
        ApiTokens tokens,
        AccountManagement accounts,
        Operators operators,
        FirstOperator firstOperator) {
    public IdentityUseCases {
        requireNonNull(callers, "callers");
        requireNonNull(signIn, "signIn");
        requireNonNull(providers, "providers");
        requireNonNull(own, "own");
        requireNonNull(secondFactors, "secondFactors");
        requireNonNull(tokens, "tokens");
        requireNonNull(accounts, "accounts");
        requireNonNull(operators, "operators");
        requireNonNull(firstOperator, "firstOperator");
    }

    /** Makes the use cases, without identity providers. */
    public static IdentityUseCases of(IdentityPorts ports, IdentitySettings settings) {
        return of(ports, settings, ImmutableMap.of());
    }

    /**
     * Makes the use cases.
     *
     * @param providers the identity providers, by the names that addresses call them by
     */
    public static IdentityUseCases of(
            IdentityPorts ports, IdentitySettings settings, ImmutableMap<String, IdentityProvider> providers) {
        Throttle throttle = new Throttle(ports.attempts());
        PasswordChoice choice = new PasswordChoice(ports.organisations(), ports.screen(), ports.hasher());
        SessionDesk desk = new SessionDesk(ports.ids(), ports.secrets(), settings);
        return new IdentityUseCases(
                new CallersService(ports.work(), settings, ports.clock()),
                new SignInService(ports, settings, throttle, choice, desk),
                new ProviderSignInService(ports, settings, providers, throttle, desk),
                new OwnAccountService(ports, settings, throttle, choice, desk),
                new SecondFactorsService(ports, desk),
                new ApiTokensService(ports, settings),
                new AccountManagementService(ports, settings),
                new OperatorsService(ports, settings),
                new FirstOperatorService(ports, settings));
    }
}
