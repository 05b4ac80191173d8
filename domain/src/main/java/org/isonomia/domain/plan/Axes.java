package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;

/**
 * The axes of a plan: ordered, nested to any depth. Siblings stand in the order of the list; the list itself may name a
 * child before its parent. No operation recurses, so depth is bounded by memory only.
 */
public final class Axes {

    /** No axes. */
    public static final Axes NONE = new Axes(ImmutableMap.of());

    private final ImmutableMap<Code, Axis> byCode;

    private Axes(ImmutableMap<Code, Axis> byCode) {
        this.byCode = byCode;
    }

    /**
     * The axes in this order.
     *
     * @throws RuleViolationException if {@link #violations} finds anything
     */
    public static Axes of(List<Axis> axes) {
        RuleViolationException.throwIfAny(violations(axes));
        ImmutableMap.Builder<Code, Axis> byCode = ImmutableMap.builder();
        axes.forEach(axis -> byCode.put(axis.code(), axis));
        return new Axes(byCode.buildOrThrow());
    }

    /** What keeps these from being the axes of a plan: a code used twice, an unknown parent, a circle of parents. */
    public static ImmutableList<Violation> violations(List<Axis> axes) {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        Map<Code, Axis> known = new HashMap<>();
        for (Axis axis : axes) {
            if (known.put(axis.code(), axis) != null) {
                found.add(Violation.of(PlanViolations.DUPLICATE_CODE, "axis code is used twice: " + axis.code())
                        .with("subject", axis.code().value()));
            }
        }
        for (Axis axis : axes) {
            if (axis.parent().isPresent() && !known.containsKey(axis.parent().get())) {
                found.add(Violation.of(
                                PlanViolations.UNKNOWN_AXIS,
                                "no axis has this code: " + axis.parent().get())
                        .with(Map.of(
                                "subject",
                                axis.code().value(),
                                "value",
                                axis.parent().get().value())));
            }
        }
        for (Axis axis : inCircles(axes, known)) {
            found.add(
                    Violation.of(PlanViolations.AXIS_CIRCLE, "axis lies in itself through its parents: " + axis.code())
                            .with("subject", axis.code().value()));
        }
        return found.build();
    }

    private static List<Axis> inCircles(List<Axis> axes, Map<Code, Axis> known) {
        Set<Code> grounded = new HashSet<>();
        List<Axis> circles = new ArrayList<>();
        Set<Code> circular = new HashSet<>();
        for (Axis axis : axes) {
            Set<Code> path = new HashSet<>();
            Optional<Axis> at = Optional.of(axis);
            while (at.isPresent()
                    && !grounded.contains(at.get().code())
                    && path.add(at.get().code())) {
                at = at.get().parent().map(known::get);
            }
            boolean circle = at.isPresent() && !grounded.contains(at.get().code());
            if (circle || path.stream().anyMatch(circular::contains)) {
                circular.addAll(path);
                circles.add(axis);
            } else {
                grounded.addAll(path);
            }
        }
        return circles;
    }

    /** All axes, in the order given. */
    public ImmutableList<Axis> asList() {
        return byCode.values().asList();
    }

    /** The axis with this code. */
    public Optional<Axis> find(Code code) {
        return Optional.ofNullable(byCode.get(requireNonNull(code, "code")));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return byCode.isEmpty();
    }

    /** The axes at the top, in order. */
    public ImmutableList<Axis> roots() {
        return asList().stream().filter(axis -> axis.parent().isEmpty()).collect(ImmutableList.toImmutableList());
    }

    /** The axes right below one, in order. */
    public ImmutableList<Axis> children(Code parent) {
        return asList().stream()
                .filter(axis -> axis.parent().equals(Optional.of(parent)))
                .collect(ImmutableList.toImmutableList());
    }

    /** All axes as one reads them: each parent before its children, siblings in order. */
    public ImmutableList<Axis> inReadingOrder() {
        ImmutableListMultimap.Builder<Code, Axis> builder = ImmutableListMultimap.builder();
        asList().forEach(axis -> axis.parent().ifPresent(parent -> builder.put(parent, axis)));
        ImmutableListMultimap<Code, Axis> children = builder.build();
        ImmutableList.Builder<Axis> order = ImmutableList.builder();
        Deque<Axis> open = new ArrayDeque<>(roots());
        while (!open.isEmpty()) {
            Axis axis = open.pop();
            order.add(axis);
            children.get(axis.code()).reverse().forEach(open::push);
        }
        return order.build();
    }

    /** The axis and those it lies in, nearest first; empty if the code is unknown. */
    public ImmutableList<Axis> lineage(Code code) {
        ImmutableList.Builder<Axis> line = ImmutableList.builder();
        Optional<Axis> at = find(code);
        while (at.isPresent()) {
            line.add(at.get());
            at = at.get().parent().flatMap(this::find);
        }
        return line.build();
    }

    /**
     * What each axis holds together with all axes inside it.
     *
     * @param own what lies in an axis directly; axes not named hold nothing
     * @param nothing what an axis without anything holds
     * @param plus two of these taken together
     * @return a total for each axis, as one reads them
     */
    public <T> ImmutableMap<Code, T> rollUp(Map<Code, T> own, T nothing, BinaryOperator<T> plus) {
        Map<Code, T> totals = new HashMap<>(own);
        ImmutableList<Axis> order = inReadingOrder();
        order.reverse().forEach(axis -> {
            T total = totals.computeIfAbsent(axis.code(), code -> nothing);
            axis.parent().ifPresent(parent -> totals.merge(parent, total, plus));
        });
        ImmutableMap.Builder<Code, T> result = ImmutableMap.builder();
        order.forEach(axis -> result.put(axis.code(), totals.getOrDefault(axis.code(), nothing)));
        return result.buildOrThrow();
    }

    /** These axes with one more at the end, or one of the same code replaced in place. */
    public Axes with(Axis axis) {
        List<Axis> changed = new ArrayList<>(asList());
        changed.replaceAll(old -> old.code().equals(axis.code()) ? axis : old);
        if (!byCode.containsKey(axis.code())) {
            changed.add(axis);
        }
        return of(changed);
    }

    /**
     * These axes without one.
     *
     * @throws RuleViolationException if other axes lie in it
     */
    public Axes without(Code code) {
        if (!children(code).isEmpty()) {
            throw new RuleViolationException(
                    Violation.of(PlanViolations.AXIS_IN_USE, "other axes lie in this one: " + code)
                            .with("subject", code.value()));
        }
        return of(asList().stream().filter(axis -> !axis.code().equals(code)).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Axes that && asList().equals(that.asList());
    }

    @Override
    public int hashCode() {
        return asList().hashCode();
    }

    @Override
    public String toString() {
        return "Axes" + byCode.keySet();
    }
}
