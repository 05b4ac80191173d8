package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;

/** Checks documents alone, without an installation. */
public final class PlanChecks {

    private PlanChecks() {}

    /**
     * Everything that is wrong with a plan or a follow-up taken alone; empty if it is good.
     *
     * @param document the tree as read
     * @param reference the criteria and domains that themes name
     * @param today which day it is: what has happened has a date up to it
     */
    public static ImmutableList<Violation> violations(Node document, ReferenceData reference, Today today) {
        if (FollowUpDocument.isOne(document)) {
            Problems problems = new Problems();
            FollowUpDocument.read(document, problems);
            return problems.all();
        }
        Problems problems = new Problems();
        PlanDocument.read(document, problems, reference, Optional.of(today));
        return problems.all();
    }

    /**
     * A plan document.
     *
     * @throws RuleViolationException with everything that is wrong with it
     */
    static PlanDocument read(Node document, ReferenceData reference) {
        Problems problems = new Problems();
        Optional<PlanDocument> read = PlanDocument.read(document, problems, reference, Optional.empty());
        RuleViolationException.throwIfAny(problems.all());
        return read.orElseThrow();
    }

    /** Violations with the line or the cell that their pointers lead to. */
    static ImmutableList<Violation> placed(ImmutableList<Violation> violations, Node document) {
        return Problems.inOrder(violations.stream()
                .map(violation -> violation
                        .pointer()
                        .map(pointer -> violation.with(
                                Node.positionAt(document, pointer).attributes()))
                        .orElse(violation))
                .collect(toImmutableList()));
    }
}
