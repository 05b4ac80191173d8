package org.isonomia.adapters.http.pages;

import org.isonomia.application.plan.PlanReading.Figures;
import org.isonomia.application.plan.PlanReading.Overview;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.AxisProgress;

/**
 * An axis and how it stands.
 *
 * @param axis the axis
 * @param figures its figures
 * @param bar its actions by status
 * @param explanation how its progress came about, in words
 */
public record AxisFigures(Axis axis, Figures figures, StatusBar bar, String explanation) {

    static AxisFigures of(Words words, Overview seen, Code code) {
        Axis axis = seen.plan().axes().find(code).orElseThrow();
        Figures figures = seen.axes().get(code);
        return of(words, axis, figures == null ? seen.total() : figures);
    }

    private static AxisFigures of(Words words, Axis axis, Figures figures) {
        String id = "bar-" + axis.code().value().replace('.', '-');
        return new AxisFigures(
                axis,
                figures,
                StatusBar.of(words, figures, id, words.t("status.byaxis", axis.code())),
                explain(words, figures.progress()));
    }

    private static String explain(Words words, AxisProgress progress) {
        String abandoned = progress.abandoned() == 0
                ? words.t("progress.noabandoned")
                : words.n("progress.abandoned", progress.abandoned());
        return progress.progress().isEmpty()
                ? abandoned
                : words.n("progress.mean", progress.counted()) + " " + abandoned;
    }
}
