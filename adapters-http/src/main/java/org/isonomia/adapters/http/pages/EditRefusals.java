package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.plan.PlanViolations;

/** Finds the field that a refusal is about, and the words for it. */
final class EditRefusals {

    private static final Pattern STATUS = Pattern.compile("/statuses/\\d+/(\\w+)");
    private static final Pattern MILESTONE = Pattern.compile("/milestones/(\\d+)/(\\w+)");
    private static final Pattern PERIOD = Pattern.compile("/(planned|actual)/(start|end)");
    private static final Pattern FIRST = Pattern.compile("/(\\w+).*");
    private static final ImmutableMap<String, String> BY_KEY = ImmutableMap.of(
            "lead", "lead",
            "sponsor", "sponsor",
            "partners", "partners",
            "units", "units",
            "recurrence", "recurrence",
            "planned", "planned-end",
            "actual", "actual-end",
            "statuses", "status",
            "visibility", "visibility",
            "hidden", "visibility");
    private static final ImmutableMap<String, String> BY_CODE = ImmutableMap.of(
            PlanViolations.REASON_REQUIRED.value(), "reason",
            PlanViolations.HISTORY.value(), "date",
            PlanViolations.AMENDMENT_REQUIRED.value(), DisclosureForm.AMENDMENT,
            PlanViolations.FUTURE_DATE.value(), "date",
            PlanViolations.SAME_STATUS.value(), "status");

    private EditRefusals() {}

    static Map<String, String> byField(Words words, Typed typed, List<Violation> violations) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Violation violation : violations) {
            errors.putIfAbsent(field(typed, violation), message(words, violation));
        }
        return errors;
    }

    private static String message(Words words, Violation violation) {
        return words.find("violation." + violation.code().value())
                .orElseGet(() -> words.t("violation.other", violation.message()));
    }

    private static String field(Typed typed, Violation violation) {
        String pointer = violation.pointer().orElse("");
        Matcher status = STATUS.matcher(pointer);
        if (status.matches()) {
            return status.group(1);
        }
        Matcher milestone = MILESTONE.matcher(pointer);
        if (milestone.matches()) {
            Integer index = Ints.tryParse(milestone.group(1));
            List<Integer> kept = EditForms.kept(typed);
            return index == null || index >= kept.size() ? "" : "m" + kept.get(index) + "-" + milestone.group(2);
        }
        Matcher period = PERIOD.matcher(pointer);
        if (period.matches()) {
            return period.group(1) + "-" + period.group(2);
        }
        String known = BY_CODE.get(violation.code().value());
        if (known != null) {
            return known;
        }
        Matcher first = FIRST.matcher(pointer);
        return first.matches() ? BY_KEY.getOrDefault(first.group(1), "") : "";
    }
}
