package org.isonomia.adapters.files;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Worksheet;
import org.isonomia.adapters.files.XlsxLayout.Place;
import org.isonomia.adapters.files.XlsxLayout.Sheet;
import org.isonomia.application.document.Fields;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.BudgetLine;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Hideable;
import org.isonomia.domain.plan.PlanProfile;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.Schedule;

/** What helps people to fill a workbook in: a note on each column and key, and lists to choose from. */
final class XlsxGuide {

    private static final int LAST_ROW = 9_999;
    private static final ImmutableMap<String, String> NOTES = notes();
    private static final ImmutableMap<String, String> WORDS = ImmutableMap.<String, String>builder()
            .putAll(choices("true,false", "People.elected, Plan.plan.illustration, Plan.illustration"))
            .putAll(choices("fr,en", "Plan.organisation.language"))
            .putAll(choices(words(Organisation.Kind.values()), "Plan.organisation.kind"))
            .putAll(choices(words(PlanProfile.Kind.values()), "Plan.plan.kind"))
            .putAll(choices(words(PlanStatus.values()), "Plan.plan.status, Plan.status"))
            .putAll(choices(words(ActionProfile.Kind.values()), "Actions.kind"))
            .putAll(choices(words(CommitmentLevel.values()), "Actions.level, Statements.level"))
            .putAll(choices(words(Schedule.Recurrence.values()), "Actions.recurrence"))
            .putAll(choices(words(Visibility.values()), "Actions.visibility, Plan.plan.visibility"))
            .putAll(hidings())
            .putAll(choices(words(DeclaredStatus.values()), "Statuses.status"))
            .putAll(choices(words(ActionLink.Kind.values()), "Links.kind"))
            .putAll(choices(words(Engagement.Kind.values()), "Engagements.kind"))
            .putAll(choices(words(OrganisationalUnit.Kind.values()), "Units.kind"))
            .putAll(choices(words(Territory.Kind.values()), "Territories.kind"))
            .putAll(choices(words(BudgetLine.Family.values()), "BudgetLines.family"))
            .putAll(choices(words(BudgetLine.Purpose.values()), "BudgetLines.purpose"))
            .putAll(choices(words(GovernanceBody.Kind.values()), "Governance.kind"))
            .putAll(owners())
            .buildOrThrow();
    /** The sheet whose first column holds the codes that a column may name. */
    private static final ImmutableMap<String, String> CODES = ImmutableMap.<String, String>builder()
            .putAll(choices("Axes", "Axes.parent, Actions.axis"))
            .putAll(choices("Actions", "Milestones.action, Statuses.action, Links.from, Links.action"))
            .putAll(choices("People", "Actions.lead, Actions.sponsor, Positions.reportsTo, Governance.chair"))
            .putAll(choices("Units", "Units.parent, People.unit"))
            .putAll(choices("Territories", "Engagements.territory"))
            .buildOrThrow();

    private XlsxGuide() {}

    /** What a column or a key means; empty if there is nothing to say of it. */
    static Optional<String> note(String sheet, String name) {
        return Optional.ofNullable(NOTES.getOrDefault(sheet + "." + name, NOTES.get(name)));
    }

    /** The words among which one chooses; empty if one does not. */
    static ImmutableList<String> words(String sheet, String name) {
        String words = WORDS.getOrDefault(sheet + "." + name, "");
        return ImmutableList.copyOf(Splitter.on(',').omitEmptyStrings().split(words));
    }

    /** Adds what helps to fill in a column below its heading. */
    static void addToColumn(Worksheet sheet, int column, String name) {
        note(sheet.getName(), name).ifPresent(text -> sheet.comment(0, column, text));
        offer(sheet, name, 1, LAST_ROW, column);
    }

    /** Adds what helps to fill in the value beside a key. */
    static void addToRow(Worksheet sheet, int row, String key) {
        note(sheet.getName(), key).ifPresent(text -> sheet.comment(row, 0, text));
        offer(sheet, key, row, row, 1);
    }

    private static void offer(Worksheet sheet, String name, int top, int bottom, int column) {
        String place = sheet.getName() + "." + name;
        if (WORDS.containsKey(place)) {
            validate(sheet, top, bottom, column, '"' + WORDS.get(place) + '"', DataValidationErrorStyle.STOP);
        } else if (CODES.containsKey(place)) {
            String codes = CODES.get(place) + "!$A$2:$A$" + (LAST_ROW + 1);
            validate(sheet, top, bottom, column, codes, DataValidationErrorStyle.WARNING);
        }
    }

    private static void validate(
            Worksheet sheet, int top, int bottom, int column, String formula, DataValidationErrorStyle style) {
        sheet.range(top, column, bottom, column)
                .validateWithListByFormula(formula)
                .allowBlank(true)
                .errorStyle(style)
                .showErrorMessage(true)
                .errorTitle("Isonomia")
                .error("À choisir dans la liste. / To be chosen from the list.");
    }

    private static String words(Enum<?>... constants) {
        return Stream.of(constants).map(Fields::wordOf).collect(joining(","));
    }

    private static ImmutableMap<String, String> choices(String offered, String places) {
        return Splitter.on(", ").splitToStream(places).collect(toImmutableMap(Function.identity(), place -> offered));
    }

    private static ImmutableMap<String, String> hidings() {
        return Stream.of(Hideable.values())
                .collect(toImmutableMap(
                        field -> "Actions." + XlsxLayout.HIDDEN + Fields.wordOf(field),
                        field -> words(Visibility.ORGANISATION, Visibility.LEADS)));
    }

    private static ImmutableMap<String, String> owners() {
        return XlsxLayout.SHEETS.stream()
                .filter(Sheet::namesKinds)
                .collect(toImmutableMap(
                        sheet -> sheet.name() + "." + XlsxLayout.OWNER_KIND,
                        sheet -> sheet.places().stream().map(Place::ownerKind).collect(joining(","))));
    }

    private static ImmutableMap<String, String> notes() {
        Properties notes = new Properties();
        try (Reader reader = Resources.asCharSource(Resources.getResource(XlsxGuide.class, "notes.properties"), UTF_8)
                .openStream()) {
            notes.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return notes.stringPropertyNames().stream()
                .collect(toImmutableMap(
                        Function.identity(), name -> notes.getProperty(name).replace(" | ", "\n")));
    }
}
