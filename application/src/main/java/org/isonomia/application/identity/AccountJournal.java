package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.journal.Change;
import org.isonomia.application.journal.Deed;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.network.OrganisationId;

/**
 * Writes what is done with accounts into the journals of the organisations that it concerns. An entry names an account by its
 * id; who that is stands beside it, where it can be erased.
 */
final class AccountJournal {

    private static final Subject DEMANDS = new Subject("access/second-factor");

    private final JournalWriter writer;

    AccountJournal(JournalWriter writer) {
        this.writer = requireNonNull(writer, "writer");
    }

    /** Notes that somebody holds other roles in an organisation. */
    void roles(
            IdentityStores stores,
            Deed deed,
            OrganisationId organisation,
            Account account,
            ImmutableList<Grant> before,
            ImmutableList<Grant> after) {
        append(
                stores,
                deed,
                organisation,
                subject(account),
                about(account, roles(before)),
                about(account, roles(after)));
    }

    /** Notes what was done with an account as a whole, wherever it holds a role. */
    void everywhere(
            IdentityStores stores,
            Deed deed,
            Account account,
            ImmutableList<Grant> grants,
            Node.Mapping before,
            Node.Mapping after) {
        grants.stream()
                .flatMap(grant -> grant.organisation().stream())
                .collect(toImmutableSortedSet(Comparator.comparing(OrganisationId::toString)))
                .forEach(organisation -> append(
                        stores, deed, organisation, subject(account), about(account, before), about(account, after)));
    }

    /** Notes that other roles demand a second factor in an organisation. */
    void demands(
            IdentityStores stores,
            Deed deed,
            OrganisationId organisation,
            ImmutableSet<Role> before,
            ImmutableSet<Role> after) {
        append(stores, deed, organisation, DEMANDS, demanding(before), demanding(after));
    }

    private void append(
            IdentityStores stores,
            Deed deed,
            OrganisationId organisation,
            Subject subject,
            Node.Mapping before,
            Node.Mapping after) {
        Change.between(subject, Optional.of(before), Optional.of(after))
                .ifPresent(change ->
                        writer.append(stores.journal(organisation), organisation, deed, ImmutableList.of(change)));
    }

    private static Subject subject(Account account) {
        return new Subject("account/" + account.id());
    }

    private static Node.Mapping about(Account account, Node.Mapping state) {
        return Node.mapping(ImmutableMap.of(account.login().value(), state));
    }

    private static Node.Mapping roles(ImmutableList<Grant> grants) {
        return new MappingWriter()
                .list("roles", grants.stream().map(AccountJournal::role).collect(toImmutableList()))
                .build();
    }

    private static Node role(Grant grant) {
        String role = Fields.wordOf(grant.role());
        Scope scope = grant.scope();
        return Node.text(
                scope.kind() == Scope.Kind.EVERYTHING
                        ? role
                        : role + " (" + Fields.wordOf(scope.kind()) + ": "
                                + scope.codes().stream()
                                        .sorted()
                                        .map(Object::toString)
                                        .collect(joining(", "))
                                + ")");
    }

    private static Node.Mapping demanding(ImmutableSet<Role> roles) {
        return new MappingWriter()
                .list(
                        "roles",
                        roles.stream()
                                .sorted()
                                .map(role -> Node.text(Fields.wordOf(role)))
                                .collect(toImmutableList()))
                .build();
    }
}
