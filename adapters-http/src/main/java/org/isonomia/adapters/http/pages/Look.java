package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;

/** Which icon and which class of the stylesheet stand for what. */
public final class Look {

    /** The statuses in the order in which bars and counts show them. */
    public static final ImmutableList<DeclaredStatus> STATUSES = ImmutableList.of(
            DeclaredStatus.COMPLETED,
            DeclaredStatus.IN_PROGRESS,
            DeclaredStatus.PLANNED,
            DeclaredStatus.SUSPENDED,
            DeclaredStatus.ABANDONED);

    private Look() {}

    /** A status's icon and class. */
    public static String of(DeclaredStatus status) {
        return switch (status) {
            case PLANNED -> "planned";
            case IN_PROGRESS -> "progress";
            case COMPLETED -> "completed";
            case SUSPENDED -> "suspended";
            case ABANDONED -> "abandoned";
        };
    }

    /** A state of health's icon and class. */
    public static String of(Health.State state) {
        return switch (state) {
            case LATE -> "late";
            case DUE_SOON -> "soon";
            case NO_RECENT_NEWS -> "quiet";
            case ON_TIME -> "ontime";
            case NOT_ASSESSED -> "none";
        };
    }

    /** A milestone's icon on the timeline. */
    public static String of(TimelinePage.State state) {
        return switch (state) {
            case DONE -> "done";
            case DUE -> "due";
            case LATE -> "late";
        };
    }

    /** A level of commitment's icon. */
    public static String of(CommitmentLevel level) {
        return switch (level) {
            case FACT -> "fact";
            case COULD -> "could";
            case PROPOSES -> "propose";
            case WILL -> "will";
            case MEANS -> "means";
        };
    }

    /** The suffix of the pattern that tells a status apart without colour; empty if it is plain. */
    public static String pattern(DeclaredStatus status) {
        return switch (status) {
            case IN_PROGRESS -> "d";
            case SUSPENDED -> "o";
            case ABANDONED -> "x";
            case PLANNED, COMPLETED -> "";
        };
    }
}
