package org.isonomia.application.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.isonomia.application.history.Verdict.Finding;
import org.isonomia.application.history.Verdict.Kind;
import org.isonomia.domain.journal.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Entries whose leaf is not the one that was stored: changed, or given another place. Where an entry came from shows in the
 * digest stored with it, which is that of the same leaf in its old place.
 */
final class Misplaced {

    private static final int SEQUENCE = 3;

    /** How many are compared with each other; the cost grows with the square. */
    private static final int COMPARED = 500;

    private record Entry(String before, String after, Digest stored) {
        boolean stoodAt(long sequence) {
            return Digest.ofLeaf((before + sequence + after).getBytes(UTF_8)).equals(stored);
        }
    }

    private final Map<Long, Entry> entries = new LinkedHashMap<>();

    void add(long sequence, Exported exported, Matcher leaf) {
        String text = exported.leaf();
        entries.put(
                sequence,
                new Entry(
                        text.substring(0, leaf.start(SEQUENCE)),
                        text.substring(leaf.end(SEQUENCE)),
                        exported.digest()));
    }

    ImmutableList<Finding> findings() {
        Map<Long, Long> origins = new HashMap<>();
        entries.forEach((sequence, entry) -> origin(sequence, entry).ifPresent(from -> origins.put(sequence, from)));
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        Kind before = Kind.CHANGED;
        for (long sequence : entries.keySet()) {
            Long from = origins.get(sequence);
            Kind kind = kind(sequence, from, origins);
            boolean follows = kind != Kind.CHANGED && kind != Kind.SWAPPED && kind == before;
            if (!follows) {
                findings.add(finding(kind, sequence, from));
            }
            before = kind;
        }
        return findings.build();
    }

    private Optional<Long> origin(long sequence, Entry entry) {
        for (long near : new long[] {sequence + 1, sequence - 1}) {
            if (entry.stoodAt(near)) {
                return Optional.of(near);
            }
        }
        return entries.keySet().stream().limit(COMPARED).filter(entry::stoodAt).findFirst();
    }

    private static Kind kind(long sequence, @Nullable Long from, Map<Long, Long> origins) {
        if (from == null) {
            return Kind.CHANGED;
        }
        if (origins.getOrDefault(from, 0L) == sequence) {
            return Kind.SWAPPED;
        }
        return from > sequence ? Kind.DELETED : Kind.INSERTED;
    }

    private static Finding finding(Kind kind, long sequence, @Nullable Long from) {
        String detail = switch (kind) {
            case SWAPPED -> "entry " + sequence + " was entry " + from + ", and the other way round";
            case DELETED ->
                "an entry is missing before entry " + sequence + ", which was entry " + from + ", as are others after";
            case INSERTED -> "there is an entry before entry " + sequence + " that was not there: it was entry " + from;
            default -> "entry " + sequence + " says something else than when it was made";
        };
        return new Finding(kind, sequence, sequence, detail);
    }
}
