package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A configuration that is wrong or unsafe. */
final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = ImmutableList.copyOf(problems);
    }

    /** Everything that is wrong, one sentence each. */
    ImmutableList<String> problems() {
        return problems;
    }
}
