package org.isonomia.architecture.planted.domain.network;

import org.isonomia.architecture.planted.domain.kernel.Word;
import org.isonomia.architecture.planted.domain.plan.OpenPlan;

/** The network knowing a plan, and a cycle through the shared vocabulary. */
public record Person(OpenPlan plan) {

    public Person again() {
        return Word.author(plan);
    }
}
