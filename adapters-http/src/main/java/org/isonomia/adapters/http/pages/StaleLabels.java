package org.isonomia.adapters.http.pages;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for fields and values when two versions stand side by side.
 *
 * @param words the words of the page
 * @param entries the directory entries whose codes are among the values
 */
record StaleLabels(Words words, ImmutableList<Badge> entries) {

    private static final Pattern MILESTONE = Pattern.compile("m(\\d+)-(\\w+)");

    String of(String field) {
        Matcher milestone = MILESTONE.matcher(field);
        if (milestone.matches()) {
            return words.t("milestones.number", milestone.group(1)) + ", "
                    + words.find("field." + milestone.group(2)).orElse(milestone.group(2));
        }
        return words.find("field." + field).orElse(field);
    }

    String values(String field, Typed typed) {
        return typed.all(field).stream()
                .map(value -> value(field, value.strip()))
                .filter(value -> !value.isEmpty())
                .sorted()
                .collect(joining(", "));
    }

    private String value(String field, String value) {
        if (field.equals("status") || field.equals("recurrence")) {
            String type = field.equals("status") ? "declaredStatus." : "scheduleRecurrence.";
            return words.find(type + CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_UNDERSCORE, value))
                    .orElse(value);
        }
        if (field.equals(DisclosureForm.VISIBILITY) || field.startsWith(DisclosureForm.HIDDEN)) {
            return words.find("visibility." + Ascii.toUpperCase(value)).orElse(value);
        }
        return entries.stream()
                .filter(entry -> entry.href().equals(value))
                .map(Badge::label)
                .findFirst()
                .orElse(value);
    }
}
