package org.isonomia.architecture.planted.domain.kernel;

import org.isonomia.architecture.planted.domain.network.Person;
import org.isonomia.architecture.planted.domain.plan.OpenPlan;

/** Shared vocabulary that knows a feature, which knows it in turn. */
public final class Word {

    public static Person author(OpenPlan plan) {
        return new Person(plan);
    }

    private Word() {}
}
