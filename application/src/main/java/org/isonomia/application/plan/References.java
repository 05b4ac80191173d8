package org.isonomia.application.plan;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Plan;

/** Looks up in the stores whether the codes an edit refers to exist. */
final class References {

    private References() {}

    /** Notes each code that names nothing, asking the stores once per sort of thing. */
    static void check(Problems problems, Stores stores, Plan plan, ReferenceData reference) {
        problems.resolve(target -> known(problems.referred(target), target, stores, plan, reference));
    }

    private static ImmutableSet<Code> known(
            Collection<Code> codes, Target target, Stores stores, Plan plan, ReferenceData reference) {
        return switch (target) {
            case CRITERION -> reference.criteria().keySet();
            case DOMAIN -> reference.domains().keySet();
            case AXIS -> plan.axes().asList().stream().map(Axis::code).collect(ImmutableSet.toImmutableSet());
            case ACTION -> stores.actions().codes(plan.id());
            case UNIT -> stores.directory().existing(Directory.UNITS, codes);
            case PERSON -> stores.directory().existing(Directory.PEOPLE, codes);
            case PARTNER -> stores.directory().existing(Directory.PARTNERS, codes);
            case AUDIENCE -> stores.directory().existing(Directory.AUDIENCES, codes);
            case TERRITORY -> stores.directory().existing(Directory.TERRITORIES, codes);
        };
    }
}
