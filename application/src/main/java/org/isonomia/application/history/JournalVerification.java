package org.isonomia.application.history;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.application.history.Verdict.Finding;
import org.isonomia.application.history.Verdict.Kind;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.Head;
import org.isonomia.domain.journal.Peaks;
import org.isonomia.domain.journal.Subject;

/**
 * Checks exported entries, one after the other, against heads that somebody kept. It trusts nothing but the heads. For one
 * journal, by one thread.
 *
 * <p>Entries after the largest head cannot be held to anything but themselves; the more heads are kept, the nearer is what
 * was made anew.
 */
public final class JournalVerification {

    private static final Pattern LEAF =
            Pattern.compile("\\{\"organisation\":\"([0-9a-f-]{36})\",\"payload\":\"([0-9a-f]{64})\","
                    + "\"sequence\":([1-9][0-9]{0,17}),\"subject\":\"" + Subject.FORM
                    + "\",\"time\":\"[0-9T:.Z-]{20,30}\",\"useCase\":\"[a-z-]+\"}");
    private static final int PAYLOAD = 2;
    private static final int SEQUENCE = 3;

    private final ImmutableList<Head> heads;
    private final List<Finding> findings = new ArrayList<>();
    private final Misplaced misplaced = new Misplaced();
    private final RangeSet<Long> missing = TreeRangeSet.create();
    private final Map<Long, Digest> roots = new HashMap<>();
    private final Map<Long, Digest> storedRoots = new HashMap<>();
    private Peaks peaks = Peaks.NONE;
    private Peaks stored = Peaks.NONE;
    private long highest;
    private long erased;

    /**
     * @param kept the heads that were kept; at least the signatures of these are to be trusted
     * @param isSigned whether a head's signature is of the key that is trusted
     */
    public JournalVerification(ImmutableList<SignedHead> kept, Predicate<SignedHead> isSigned) {
        requireNonNull(isSigned, "isSigned");
        kept.stream()
                .filter(isSigned.negate())
                .map(SignedHead::head)
                .forEach(head -> add(
                        Kind.UNSIGNED,
                        head.size(),
                        head.size(),
                        "the head of " + head.size() + " is not signed by the key"));
        heads = kept.stream()
                .filter(isSigned)
                .map(SignedHead::head)
                .sorted(Comparator.comparingLong(Head::size))
                .collect(toImmutableList());
        remember();
    }

    /** Takes the next entry. */
    public void accept(Exported entry) {
        Digest digest = Digest.ofLeaf(entry.leaf().getBytes(UTF_8));
        peaks = peaks.plus(digest);
        stored = stored.plus(entry.digest());
        remember();
        Matcher leaf = LEAF.matcher(entry.leaf());
        if (!leaf.matches()) {
            highest++;
            add(Kind.CHANGED, highest, highest, "entry " + highest + " is not a leaf in canonical form");
            return;
        }
        long sequence = Long.parseLong(leaf.group(SEQUENCE));
        place(sequence);
        String organisation = leaf.group(1);
        if (heads.stream().anyMatch(head -> !head.organisation().toString().equals(organisation))) {
            add(Kind.CHANGED, sequence, sequence, "entry " + sequence + " is of another organisation than the head");
        }
        if (!digest.equals(entry.digest())) {
            misplaced.add(sequence, entry, leaf);
        }
        checkPayload(sequence, entry, leaf.group(PAYLOAD));
    }

    private void place(long sequence) {
        if (sequence > highest) {
            if (sequence > highest + 1) {
                missing.add(Range.closedOpen(highest + 1, sequence));
            }
            highest = sequence;
        } else if (missing.contains(sequence)) {
            missing.remove(Range.closedOpen(sequence, sequence + 1));
            add(Kind.SWAPPED, sequence, sequence, "entry " + sequence + " stands after later ones");
        } else {
            add(Kind.INSERTED, sequence, sequence, "there is another entry " + sequence);
        }
    }

    private void checkPayload(long sequence, Exported entry, String digest) {
        if (entry.payload().isEmpty()) {
            erased++;
        } else if (!JournalWriter.digest(entry.payload().get()).toString().equals(digest)) {
            add(Kind.CHANGED, sequence, sequence, "who did entry " + sequence + " and how was changed");
        }
    }

    private void remember() {
        for (Head head : heads) {
            if (head.size() == peaks.size()) {
                roots.put(head.size(), peaks.root());
                storedRoots.put(head.size(), stored.root());
            }
        }
    }

    /** What was found, once all entries were taken. */
    public Verdict verdict() {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(misplaced.findings());
        missing.asRanges()
                .forEach(range -> all.add(finding(
                        Kind.DELETED,
                        range.lowerEndpoint(),
                        range.upperEndpoint() - 1,
                        span(range.lowerEndpoint(), range.upperEndpoint() - 1) + " missing")));
        boolean explained = all.stream().anyMatch(finding -> isOfPlaces(finding.kind()));
        all.addAll(againstHeads(explained));
        return new Verdict(
                peaks.size(),
                erased,
                all.stream()
                        .sorted(Comparator.comparingLong(Finding::first).thenComparing(Finding::kind))
                        .collect(toImmutableList()));
    }

    private static boolean isOfPlaces(Kind kind) {
        return kind == Kind.DELETED || kind == Kind.INSERTED || kind == Kind.SWAPPED;
    }

    private List<Finding> againstHeads(boolean explained) {
        List<Finding> found = new ArrayList<>();
        long good = 0;
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            if (i > 0 && excludes(heads.get(i - 1), head)) {
                found.add(
                        finding(Kind.FORKED, 1, head.size(), "two heads of " + head.size() + " have different roots"));
            } else if (head.size() > highest) {
                found.add(finding(
                        Kind.TRUNCATED,
                        highest + 1,
                        head.size(),
                        span(highest + 1, head.size()) + " missing at the end"));
            } else if (head.root().equals(roots.get(head.size()))) {
                good = head.size();
            } else if (!explained && !head.root().equals(storedRoots.get(head.size()))) {
                found.add(madeAnew(good, head));
            }
        }
        return found;
    }

    private static String span(long first, long last) {
        return first == last ? "entry " + first + " is" : "entries " + first + " to " + last + " are";
    }

    private static boolean excludes(Head one, Head other) {
        return one.size() == other.size() && !one.root().equals(other.root());
    }

    private Finding madeAnew(long good, Head head) {
        boolean another = heads.stream()
                .anyMatch(other -> other.size() >= head.size() && other.root().equals(roots.get(other.size())));
        return another
                ? finding(
                        Kind.FORKED,
                        good + 1,
                        head.size(),
                        "the head of " + head.size() + " and a later one are of two different histories")
                : finding(
                        Kind.REWRITTEN,
                        good + 1,
                        head.size(),
                        "entries " + (good + 1) + " to " + head.size()
                                + " agree with each other and not with the head of " + head.size());
    }

    private void add(Kind kind, long first, long last, String detail) {
        findings.add(finding(kind, first, last, detail));
    }

    private static Finding finding(Kind kind, long first, long last, String detail) {
        return new Finding(kind, first, last, detail);
    }
}
