package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.network.Siren;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Engagement;

/**
 * A whole plan document.
 *
 * @param organisation whose plan, under an identity to be replaced by the stored one
 * @param plan the plan entry
 * @param axes the axes
 * @param actions the actions, in the order of the document
 * @param engagements what the plan says of territories
 * @param entries the directory entries, by directory
 */
record PlanDocument(
        Organisation organisation,
        PlanEntry plan,
        Axes axes,
        ImmutableList<ActionEntry> actions,
        ImmutableList<Engagement> engagements,
        ImmutableMap<Directory, ImmutableList<DirectoryEntry>> entries) {

    static final String HEADER = "plan/1";

    /**
     * Reads a document as far as it is good; what is wrong is noted, dangling codes and circles included.
     *
     * @param today which day it is, if what has happened is to be dated up to it whatever is stored
     */
    static Optional<PlanDocument> read(Node node, Problems problems, ReferenceData reference, Optional<Today> today) {
        return Fields.read(node, "", problems, fields -> {
            fields.required("isonomia", PlanDocument::header, "plan/1 or follow-up/1");
            Optional<Organisation> organisation = fields.requiredNode("organisation")
                    .flatMap(found -> organisation(found, "/organisation", problems));
            Optional<PlanEntry> plan =
                    fields.requiredNode("plan").flatMap(found -> PlanFormat.read(found, "/plan", problems));
            ImmutableList<Axis> axes = fields.list("axes", (n, at) -> PlanFormat.axis(n, at, problems));
            ImmutableList<ActionEntry> actions = fields.list("actions", (n, at) -> ActionFormat.read(n, at, problems));
            ImmutableList<Engagement> engagements =
                    fields.list("engagements", (n, at) -> PlanFormat.engagement(n, at, problems));
            ImmutableMap<Directory, ImmutableList<DirectoryEntry>> entries = entries(fields);
            problems.resolve(target -> known(problems, target, reference));
            Circles.check(problems, node);
            today.flatMap(clock -> organisation.map(clock::in))
                    .filter(day -> !isIllustration(node))
                    .ifPresent(day ->
                            happenedAfter(plan, actions, day, PlanState.NOTHING).forEach(fields::refuse));
            return fields.make(() -> new PlanDocument(
                    organisation.orElseThrow(), plan.orElseThrow(), Axes.of(axes), actions, engagements, entries));
        });
    }

    /**
     * What the document dates in the future though it is to have happened; an illustration may.
     *
     * @param stored what is stored, whose dates may stay
     */
    ImmutableList<Violation> happenedAfter(LocalDate day, PlanState stored) {
        return plan.content().profile().illustration()
                ? ImmutableList.of()
                : happenedAfter(Optional.of(plan), actions, day, stored);
    }

    private static boolean isIllustration(Node document) {
        return document instanceof Node.Mapping root
                && root.get("plan").orElse(null) instanceof Node.Mapping plan
                && plan.get("illustration").orElse(null) instanceof Node.Scalar flag
                && flag.text().equals("true");
    }

    private static ImmutableList<Violation> happenedAfter(
            Optional<PlanEntry> plan, ImmutableList<ActionEntry> actions, LocalDate day, PlanState stored) {
        ImmutableMap<Code, Action> known = PlanExchangeService.byCode(stored.actions(), Action::code);
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        plan.ifPresent(entry -> found.addAll(Happened.amendments(entry, stored.plan(), day)));
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i).toAction(PlanExchangeService.NO_ACTION, PlanExchangeService.NO_PLAN);
            found.addAll(
                    Happened.violations(action, Optional.ofNullable(known.get(action.code())), day, "/actions/" + i));
        }
        return found.build();
    }

    private static String header(String text) {
        if (!text.equals(HEADER)) {
            throw new IllegalArgumentException("not a plan document: " + text);
        }
        return text;
    }

    static ImmutableMap<Directory, ImmutableList<DirectoryEntry>> entries(Fields fields) {
        ImmutableMap.Builder<Directory, ImmutableList<DirectoryEntry>> entries = ImmutableMap.builder();
        for (Directory directory : Directory.values()) {
            entries.put(
                    directory,
                    fields.list(
                            DirectoryFormat.key(directory),
                            (n, at) -> DirectoryFormat.read(directory, n, at, fields.problems())));
        }
        return entries.buildOrThrow();
    }

    private static java.util.Set<Code> known(Problems problems, Target target, ReferenceData reference) {
        return switch (target) {
            case CRITERION -> reference.criteria().keySet();
            case DOMAIN -> reference.domains().keySet();
            case UNIT, PERSON, PARTNER, AUDIENCE, TERRITORY, AXIS, ACTION ->
                problems.claimed(Fields.wordOf(target)).stream()
                        .filter(name -> name.matches(Code.FORM))
                        .map(Code::parse)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        };
    }

    private static Optional<Organisation> organisation(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = fields.requiredCode("code");
            Optional<String> name = Parts.requiredTitle(fields, "name");
            Optional<Organisation.Kind> kind = fields.requiredWord("kind", Organisation.Kind.class);
            Optional<Siren> siren = DirectoryFormat.siren(fields);
            Optional<ZoneId> zone =
                    fields.required("timeZone", PlanDocument::zone, "an IANA time zone such as Europe/Paris");
            Optional<Locale> language = fields.value("language", PlanDocument::language, "fr or en");
            return fields.make(() -> new Organisation(
                    new OrganisationId(new java.util.UUID(0, 0)),
                    code.orElseThrow(),
                    name.orElseThrow(),
                    kind.orElseThrow(),
                    siren,
                    zone.orElseThrow(),
                    language.orElse(Locale.FRENCH)));
        });
    }

    private static ZoneId zone(String text) {
        try {
            if (!ZoneId.getAvailableZoneIds().contains(text)) {
                throw new IllegalArgumentException("not a time zone: " + text);
            }
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time zone: " + text, e);
        }
    }

    private static Locale language(String text) {
        return switch (text) {
            case "fr" -> Locale.FRENCH;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException("not a language of the product: " + text);
        };
    }

    static Node.Mapping write(Organisation organisation) {
        return new MappingWriter()
                .text("code", organisation.code().value())
                .text("name", organisation.name())
                .word("kind", organisation.kind())
                .text("siren", organisation.siren())
                .text("timeZone", organisation.timeZone().getId())
                .text("language", organisation.language().getLanguage())
                .build();
    }

    /** The entries of a document that can be told apart by code, for comparing: subject to node, in order. */
    static Map<String, Node.Mapping> parts(Node.Mapping document) {
        Map<String, Node.Mapping> parts = new java.util.LinkedHashMap<>();
        put(parts, "organisation", document.get("organisation"));
        put(parts, "plan", document.get("plan"));
        List<String[]> lists = new ArrayList<>(
                List.of(new String[] {"axes", "axis"}, new String[] {"actions", "action"}, new String[] {
                    "engagements", "engagement"
                }));
        for (Directory directory : Directory.values()) {
            lists.add(new String[] {DirectoryFormat.key(directory), DirectoryFormat.sort(directory)});
        }
        for (String[] list : lists) {
            if (document.get(list[0]).orElse(null) instanceof Node.Sequence sequence) {
                for (Node item : sequence.items()) {
                    Node.Mapping entry = (Node.Mapping) item;
                    put(parts, list[1] + " " + name(entry), Optional.of(entry));
                }
            }
        }
        return parts;
    }

    private static void put(Map<String, Node.Mapping> parts, String subject, Optional<Node> node) {
        node.ifPresent(found -> parts.put(subject, (Node.Mapping) found));
    }

    private static String name(Node.Mapping entry) {
        return entry.get("code")
                .map(PlanDocument::textOf)
                .orElseGet(() -> entry.get("territory")
                                .map(PlanDocument::textOf)
                                .orElse("")
                        + entry.get("kind").map(kind -> " " + textOf(kind)).orElse("")
                        + entry.get("domain")
                                .map(domain -> " " + textOf(domain))
                                .orElse(""));
    }

    private static String textOf(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }
}
