package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.kernel.Violation;

/** Checks documents alone, without an installation. */
public final class PlanChecks {

    private PlanChecks() {}

    /**
     * Everything that is wrong with a plan or a follow-up taken alone; empty if it is good.
     *
     * @param document the tree as read
     * @param reference the criteria and domains that themes name
     */
    public static ImmutableList<Violation> violations(Node document, ReferenceData reference) {
        Problems problems = new Problems();
        Optional<?> read = FollowUpDocument.isOne(document)
                ? FollowUpDocument.read(document, problems)
                : PlanDocument.read(document, problems, reference);
        return read.isPresent() || !problems.isEmpty() ? problems.all() : ImmutableList.of();
    }
}
