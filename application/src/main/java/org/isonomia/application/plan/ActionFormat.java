package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.ActionRoles;
import org.isonomia.domain.plan.ActionScope;
import org.isonomia.domain.plan.Commitment;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.PlanViolations;
import org.isonomia.domain.plan.Schedule;
import org.isonomia.domain.plan.StatusChange;

/** An action's entry of a plan document, read and written. */
final class ActionFormat {

    private ActionFormat() {}

    static Optional<ActionEntry> read(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = Parts.claimedCode(fields, "action");
            Optional<Code> axis =
                    fields.requiredNode("axis").isPresent() ? fields.reference("axis", Target.AXIS) : Optional.empty();
            Optional<ActionProfile> profile = profile(fields);
            Optional<CommitmentLevel> level = fields.requiredWord("level", CommitmentLevel.class);
            var statements = Parts.statements(fields);
            ActionRoles roles = roles(fields);
            ActionScope scope = new ActionScope(
                    fields.references("audiences", Target.AUDIENCE),
                    fields.references("territories", Target.TERRITORY),
                    fields.references("criteria", Target.CRITERION),
                    fields.references("domains", Target.DOMAIN));
            Schedule schedule = schedule(fields);
            ImmutableList<Milestone> milestones = fields.list("milestones", (n, at) -> milestone(n, at, problems));
            ImmutableList<ActionLink> links = fields.list("links", (n, at) -> link(n, at, problems, code));
            var documents = Parts.documents(fields);
            Disclosure disclosure = DisclosureFormat.read(fields);
            ImmutableList<StatusChange> statuses = fields.list("statuses", (n, at) -> status(n, at, problems));
            ActionContent.violations(code, milestones, links).forEach(fields::refuse);
            Action.outOfOrder(statuses).forEach(fields::refuse);
            return fields.make(() -> {
                ActionContent content = new ActionContent(
                        profile.orElseThrow(),
                        new Commitment(level.orElseThrow(), statements),
                        roles,
                        scope,
                        schedule,
                        milestones,
                        links,
                        documents,
                        disclosure);
                return checked(new ActionEntry(code.orElseThrow(), axis.orElseThrow(), content, statuses));
            });
        });
    }

    private static ActionRoles roles(Fields fields) {
        return new ActionRoles(
                fields.reference("lead", Target.PERSON),
                fields.reference("sponsor", Target.PERSON),
                fields.references("units", Target.UNIT),
                fields.references("partners", Target.PARTNER));
    }

    private static ActionEntry checked(ActionEntry entry) {
        entry.toAction(PlanExchangeService.NO_ACTION, PlanExchangeService.NO_PLAN);
        return entry;
    }

    private static Optional<ActionProfile> profile(Fields fields) {
        Optional<String> title = Parts.requiredTitle(fields, "title");
        Optional<ActionProfile.Kind> kind = fields.requiredWord("kind", ActionProfile.Kind.class);
        Optional<String> description = Parts.text(fields, "description");
        Optional<String> objective = Parts.text(fields, "objective");
        int weight = weight(fields);
        return title.isPresent() && kind.isPresent()
                ? Optional.of(new ActionProfile(title.get(), kind.get(), description, objective, weight))
                : Optional.empty();
    }

    private static int weight(Fields fields) {
        OptionalLong weight = fields.integer("weight");
        if (weight.isPresent() && (weight.getAsLong() < 1 || weight.getAsLong() > 1000)) {
            fields.problems()
                    .add(
                            fields.pointer("weight"),
                            fields.position("weight"),
                            DocumentViolations.BAD_VALUE,
                            Long.toString(weight.getAsLong()),
                            "a weight from 1 to 1000");
            return 1;
        }
        return (int) weight.orElse(1);
    }

    private static Schedule schedule(Fields fields) {
        return new Schedule(
                Parts.period(fields, "planned"),
                Parts.period(fields, "actual"),
                fields.word("recurrence", Schedule.Recurrence.class).orElse(Schedule.Recurrence.NONE));
    }

    static Optional<Milestone> milestone(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = fields.requiredCode("code");
            Optional<String> title = Parts.requiredTitle(fields, "title");
            Optional<PartialDate> due = Parts.date(fields, "due");
            Optional<LocalDate> done = Parts.day(fields, "done");
            int weight = weight(fields);
            Optional<URI> evidence = Parts.link(fields, "evidence");
            return fields.make(
                    () -> new Milestone(code.orElseThrow(), title.orElseThrow(), weight, due, done, evidence));
        });
    }

    private static Optional<ActionLink> link(Node node, String pointer, Problems problems, Optional<Code> from) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<ActionLink.Kind> kind = fields.requiredWord("kind", ActionLink.Kind.class);
            Optional<Code> target = fields.requiredNode("action").isPresent()
                    ? fields.reference("action", Target.ACTION)
                    : Optional.empty();
            if (kind.equals(Optional.of(ActionLink.Kind.DEPENDS_ON)) && !from.equals(target)) {
                from.ifPresent(source ->
                        target.ifPresent(to -> problems.lead("action", source, to, fields.pointer("action"))));
            }
            return fields.make(() -> new ActionLink(kind.orElseThrow(), target.orElseThrow()));
        });
    }

    private static Optional<StatusChange> status(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<DeclaredStatus> status = fields.requiredWord("status", DeclaredStatus.class);
            Optional<LocalDate> date = fields.required("date", Parts::parseDay, Parts.A_DAY);
            Optional<String> author = Parts.requiredTitle(fields, "author");
            Optional<String> reason = Parts.text(fields, "reason");
            if (status.map(DeclaredStatus::needsReason).orElse(false)
                    && fields.node("reason").isEmpty()) {
                problems.add(
                        fields.pointer("reason"),
                        fields.position("status"),
                        org.isonomia.domain.kernel.Violation.of(
                                PlanViolations.REASON_REQUIRED, "suspended and abandoned need a reason"));
            }
            return fields.make(
                    () -> new StatusChange(status.orElseThrow(), date.orElseThrow(), author.orElseThrow(), reason));
        });
    }

    static Node.Mapping write(ActionEntry entry) {
        ActionContent content = entry.content();
        ActionProfile profile = content.profile();
        MappingWriter out = new MappingWriter()
                .text("code", entry.code().value())
                .text("axis", entry.axis().value())
                .text("title", profile.title())
                .word("kind", profile.kind())
                .word("level", content.commitment().level());
        DisclosureFormat.write(out, content.disclosure());
        out.list(
                        "statements",
                        Parts.writeStatements(content.commitment().statements()).items())
                .text("description", profile.description())
                .text("objective", profile.objective())
                .number("weight", profile.weight(), 1);
        writePeopleAndScope(out, content.roles(), content.scope());
        out.mapping("planned", Parts.write(content.schedule().planned()))
                .mapping("actual", Parts.write(content.schedule().actual()));
        if (content.schedule().recurrence() != Schedule.Recurrence.NONE) {
            out.word("recurrence", content.schedule().recurrence());
        }
        return out.list(
                        "milestones",
                        content.milestones().stream().map(ActionFormat::write).toList())
                .list(
                        "links",
                        content.links().stream()
                                .map(link -> new MappingWriter()
                                        .word("kind", link.kind())
                                        .text("action", link.target().value())
                                        .build())
                                .toList())
                .list("documents", Parts.writeDocuments(content.documents()).items())
                .list(
                        "statuses",
                        entry.statuses().stream().map(ActionFormat::write).toList())
                .build();
    }

    private static void writePeopleAndScope(MappingWriter out, ActionRoles roles, ActionScope scope) {
        out.text("lead", roles.lead())
                .text("sponsor", roles.sponsor())
                .codes("units", roles.units())
                .codes("partners", roles.partners())
                .codes("audiences", scope.audiences())
                .codes("territories", scope.territories())
                .codes("criteria", scope.criteria())
                .codes("domains", scope.domains());
    }

    static Node.Mapping write(Milestone milestone) {
        return new MappingWriter()
                .text("code", milestone.code().value())
                .text("title", milestone.title())
                .text("due", milestone.due())
                .text("done", milestone.done())
                .number("weight", milestone.weight(), 1)
                .text("evidence", milestone.evidence())
                .build();
    }

    private static Node.Mapping write(StatusChange change) {
        return new MappingWriter()
                .word("status", change.status())
                .text("date", change.date().toString())
                .text("author", change.author())
                .text("reason", change.reason())
                .build();
    }

    static Node.Mapping write(Action action) {
        return write(ActionEntry.of(action));
    }
}
