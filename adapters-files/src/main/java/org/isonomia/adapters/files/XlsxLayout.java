package org.isonomia.adapters.files;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Which lists of the plan file stand on which sheet, and how each column's cells are read. */
final class XlsxLayout {

    static final String README = "Lisez-moi";
    static final String PLAN = "Plan";
    static final ImmutableList<String> PLAN_COLUMNS = ImmutableList.of("key", "value");
    /** The single values of a plan, those it does not say included. */
    static final ImmutableList<String> PLAN_KEYS = names("isonomia, organisation.code, organisation.name, "
            + "organisation.kind, organisation.siren, organisation.timeZone, organisation.language, plan.code, plan.title, "
            + "plan.kind, plan.status, plan.visibility, plan.period.start, plan.period.end, plan.illustration, plan.description, "
            + "plan.means.currency, plan.means.totalFte");
    /** The single values of a follow-up. */
    static final ImmutableList<String> FOLLOW_UP_KEYS =
            names("isonomia, organisation, plan, illustration, status, period.start, period.end");

    static final String HIDDEN = "hidden.";
    static final String OWNER_KIND = "ownerKind";
    static final String OWNER_CODE = "ownerCode";
    static final Splitter PATH = Splitter.on('.');

    private static final ImmutableMap<String, CellType> TYPES = ImmutableMap.<String, CellType>builder()
            .put("weight", CellType.NUMBER)
            .put("population", CellType.NUMBER)
            .put("elected", CellType.FLAG)
            .put("illustration", CellType.FLAG)
            .put("amount", CellType.DECIMAL)
            .put("fte", CellType.DECIMAL)
            .put("totalFte", CellType.DECIMAL)
            .putAll(types(
                    CellType.DATE,
                    "start, end, date, due, done, since, activeFrom, activeUntil, validFrom, validUntil, year"))
            .putAll(types(
                    CellType.LIST,
                    "units, partners, audiences, territories, criteria, domains, successors, memberOf, changes"))
            .buildOrThrow();

    /** The sheets after the first two, in their order. */
    static final ImmutableList<Sheet> SHEETS = ImmutableList.of(
            sheet("Axes", "code, parent, title, description, objective", root("axes")),
            sheet(
                    "Actions",
                    "code, axis, title, kind, level, description, objective, weight, lead, sponsor, units, partners, "
                            + "audiences, territories, criteria, domains, planned.start, planned.end, actual.start, "
                            + "actual.end, recurrence, visibility, hidden.description, hidden.objective, "
                            + "hidden.sponsor, hidden.partners, hidden.audiences, hidden.documents, hidden.reasons, "
                            + "hidden.evidence",
                    root("actions")),
            sheet("Milestones", "action, code, title, due, done, weight, evidence", of("", "actions", "milestones"))
                    .ownedBy("action"),
            sheet("Statuses", "action, status, date, author, reason", of("", "actions", "statuses"))
                    .ownedBy("action"),
            sheet("Statements", "ref, level, quote, ownerKind, ownerCode", statements())
                    .ownedBy(OWNER_CODE),
            sheet("Links", "from, kind, action", of("", "actions", "links")).ownedBy("from"),
            sheet(
                            "Documents",
                            "title, url, date, ownerKind, ownerCode",
                            new Place("plan", path("plan.documents"), ImmutableList.of(), ""),
                            of("action", "actions", "documents"))
                    .ownedBy(OWNER_CODE),
            sheet("Engagements", "territory, kind, domain, since, note", root("engagements")),
            sheet("Units", "code, name, kind, parent", root("units")),
            sheet("People", "code, function, name, unit, elected", root("people")),
            sheet("Partners", "code, name, successors, activeFrom, activeUntil, url", root("partners")),
            sheet("Audiences", "code, name", root("audiences")),
            sheet(
                    "Territories",
                    "code, name, kind, siren, population, memberOf, validFrom, validUntil",
                    root("territories")),
            sheet("Appropriations", "year, amount, note", root("plan.means.appropriations")),
            sheet(
                            "BudgetLines",
                            "year, family, purpose, amount",
                            new Place("", path("plan.means.appropriations"), ImmutableList.of("year"), "lines"))
                    .ownedBy("year"),
            sheet("Positions", "code, title, fte, reportsTo", root("plan.means.positions")),
            sheet("Governance", "code, name, kind, chair, members, frequency", root("plan.governance")),
            sheet("Deliberations", "reference, date, title, url", root("plan.deliberations")),
            sheet("Amendments", "date, reason, deliberation, author, changes", root("plan.amendments")));

    /** The keys of the lists that have a sheet of their own. */
    static final ImmutableSet<String> LISTED = SHEETS.stream()
            .flatMap(sheet -> sheet.places().stream())
            .map(Place::key)
            .collect(toImmutableSet());

    /** Twenty milestones for each of ten thousand actions. */
    private static final int MOST_ROWS = 200_000;

    private XlsxLayout() {}

    /** How many rows a sheet may have below its first one; one with the lists of many entries as many as these need. */
    static int mostRows(String name) {
        boolean manyLists = SHEETS.stream()
                .filter(sheet -> sheet.name().equals(name))
                .anyMatch(sheet -> sheet.ownerColumn().isPresent());
        return manyLists ? MOST_ROWS : TreeBuilder.MAX_ITEMS;
    }

    /** How the cells of a key are read, whatever its list. */
    static CellType typeOf(String key) {
        if (key.startsWith(HIDDEN)) {
            return CellType.TEXT;
        }
        return TYPES.getOrDefault(key.substring(key.lastIndexOf('.') + 1), CellType.TEXT);
    }

    /** What a cell may hold. */
    enum CellType {
        /** A text; a whole number is taken for one, as codes often look like numbers. */
        TEXT,
        /** Texts separated by semicolons. */
        LIST,
        /** A decimal number kept as a text. */
        DECIMAL,
        /** A whole number. */
        NUMBER,
        /** True or false, by whichever name. */
        FLAG,
        /** A day, a month or a year. */
        DATE
    }

    /**
     * A sheet with one row per entry.
     *
     * @param name the sheet's name
     * @param columns the keys of the entries and the columns that name their owner
     * @param places the lists whose entries stand here
     * @param ownerColumn the column with the owner's code, if the lists belong to one
     */
    record Sheet(
            String name, ImmutableList<String> columns, ImmutableList<Place> places, Optional<String> ownerColumn) {

        Sheet ownedBy(String column) {
            return new Sheet(name, columns, places, Optional.of(column));
        }

        /** Whether a column names the kind of the owner. */
        boolean namesKinds() {
            return columns.contains(OWNER_KIND);
        }

        /** Whether a column names the owner rather than a key of the entry. */
        boolean isOwnerColumn(String column) {
            return column.equals(OWNER_KIND)
                    || ownerColumn.filter(column::equals).isPresent();
        }
    }

    /**
     * A list of the document, or the lists of the same name in each entry of one.
     *
     * @param ownerKind what the sheet calls the owner; empty if it need not be said
     * @param path the keys from the root to the list, or to the list of the owners
     * @param identity the keys by which an owner is found; empty if the list has none
     * @param nested the list's key in its owner; empty if the list has none
     */
    record Place(String ownerKind, ImmutableList<String> path, ImmutableList<String> identity, String nested) {

        /** Whether the lists stand in entries of another. */
        boolean isNested() {
            return !identity.isEmpty();
        }

        /** The key of the list itself. */
        String key() {
            return isNested() ? nested : path.get(path.size() - 1);
        }
    }

    private static Place[] statements() {
        ImmutableList<String> code = ImmutableList.of("code");
        return new Place[] {
            new Place("plan", path("plan.statements"), ImmutableList.of(), ""),
            new Place("means", path("plan.means.statements"), ImmutableList.of(), ""),
            new Place("governance", path("plan.governance"), code, "statements"),
            new Place("appropriation", path("plan.means.appropriations"), ImmutableList.of("year"), "statements"),
            new Place("position", path("plan.means.positions"), code, "statements"),
            of("axis", "axes", "statements"),
            of("action", "actions", "statements"),
            new Place("engagement", path("engagements"), ImmutableList.of("territory", "kind", "domain"), "statements"),
            of("partner", "partners", "statements"),
        };
    }

    private static Sheet sheet(String name, String columns, Place... places) {
        return new Sheet(name, names(columns), ImmutableList.copyOf(places), Optional.empty());
    }

    private static Place root(String path) {
        return new Place("", path(path), ImmutableList.of(), "");
    }

    private static Place of(String ownerKind, String owners, String nested) {
        return new Place(ownerKind, path(owners), ImmutableList.of("code"), nested);
    }

    private static ImmutableList<String> path(String dotted) {
        return ImmutableList.copyOf(PATH.split(dotted));
    }

    private static ImmutableList<String> names(String listed) {
        return Splitter.on(',').trimResults().splitToStream(listed).collect(toImmutableList());
    }

    private static ImmutableMap<String, CellType> types(CellType type, String keys) {
        return names(keys).stream().collect(ImmutableMap.toImmutableMap(key -> key, key -> type));
    }
}
