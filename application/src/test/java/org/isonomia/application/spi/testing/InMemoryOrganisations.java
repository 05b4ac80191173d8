package org.isonomia.application.spi.testing;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;

/** Organisations in memory; a copy of them may be changed aside and take their place later. */
final class InMemoryOrganisations implements OrganisationRepository {

    private ImmutableList<Organisation> all = ImmutableList.of();

    synchronized InMemoryOrganisations copy() {
        InMemoryOrganisations copy = new InMemoryOrganisations();
        copy.all = all;
        return copy;
    }

    /** Puts what another holds; what was put here meanwhile stays. */
    void become(InMemoryOrganisations other) {
        if (other != this) {
            other.list().forEach(this::put);
        }
    }

    @Override
    public Optional<Organisation> find(Code code) {
        return list().stream().filter(known -> known.code().equals(code)).findFirst();
    }

    @Override
    public synchronized ImmutableList<Organisation> list() {
        return all;
    }

    @Override
    public synchronized void put(Organisation organisation) {
        if (find(organisation.code())
                .filter(known -> !known.id().equals(organisation.id()))
                .isPresent()) {
            throw new DuplicateCodeException("organisation " + organisation.code());
        }
        ImmutableList.Builder<Organisation> changed = ImmutableList.builder();
        all.stream().filter(known -> !known.id().equals(organisation.id())).forEach(changed::add);
        all = ImmutableList.sortedCopyOf(
                Comparator.comparing(Organisation::code),
                changed.add(organisation).build());
    }

    /** The same organisations, which a guard keeps from being changed. */
    OrganisationRepository guarded(Runnable guard) {
        InMemoryOrganisations open = this;
        return new OrganisationRepository() {
            @Override
            public Optional<Organisation> find(Code code) {
                return open.find(code);
            }

            @Override
            public ImmutableList<Organisation> list() {
                return open.list();
            }

            @Override
            public void put(Organisation organisation) {
                guard.run();
                open.put(organisation);
            }
        };
    }
}
