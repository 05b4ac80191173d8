package org.isonomia.application.plan;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
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

    /** Notes each code that names nothing the caller sees, asking the stores once per sort of thing. */
    static void check(Problems problems, Seen seen, Plan plan, ReferenceData reference) {
        check(problems, seen, plan, reference, ImmutableSet.of());
    }

    /**
     * The same, where some actions are known.
     *
     * @param linked what is linked to already, which the caller may not see
     */
    static void check(Problems problems, Seen seen, Plan plan, ReferenceData reference, ImmutableSet<Code> linked) {
        problems.resolve(target -> {
            ImmutableSet<Code> known = known(problems.referred(target), target, seen, plan, reference);
            return target == Target.ACTION ? Sets.union(known, linked) : known;
        });
    }

    private static ImmutableSet<Code> known(
            Collection<Code> codes, Target target, Seen seen, Plan plan, ReferenceData reference) {
        Stores stores = seen.stores();
        return switch (target) {
            case CRITERION -> reference.criteria().keySet();
            case DOMAIN -> reference.domains().keySet();
            case AXIS -> plan.axes().asList().stream().map(Axis::code).collect(ImmutableSet.toImmutableSet());
            case ACTION -> stores.actions().codes(plan.id(), seen.sight());
            case UNIT -> stores.directory().existing(Directory.UNITS, codes);
            case PERSON -> stores.directory().existing(Directory.PEOPLE, codes);
            case PARTNER -> stores.directory().existing(Directory.PARTNERS, codes);
            case AUDIENCE -> stores.directory().existing(Directory.AUDIENCES, codes);
            case TERRITORY -> stores.directory().existing(Directory.TERRITORIES, codes);
        };
    }
}
