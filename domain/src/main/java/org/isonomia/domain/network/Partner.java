package org.isonomia.domain.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;

/**
 * A body the organisation works with. Bodies are merged and split: a partner may have successors, whose predecessors are
 * those that name them.
 *
 * @param code its code
 * @param name its name
 * @param successors the partners that took over from it; never itself
 * @param active when it existed under this name; the end is its last day, inclusive
 * @param url its site, http or https
 * @param statements what the plan says of it
 */
public record Partner(
        Code code,
        String name,
        ImmutableSet<Code> successors,
        PartialPeriod active,
        Optional<URI> url,
        ImmutableList<Statement> statements)
        implements DirectoryEntry {
    public Partner {
        requireNonNull(code, "code");
        Texts.checkTitle(name, "name");
        requireNonNull(successors, "successors");
        requireNonNull(active, "active");
        requireNonNull(url, "url");
        url.ifPresent(Texts::checkLink);
        requireNonNull(statements, "statements");
        checkArgument(!successors.contains(code), "a partner cannot succeed itself: %s", code);
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Directory directory() {
        return Directory.PARTNERS;
    }
}
