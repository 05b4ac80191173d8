package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Deliberation;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanProfile;
import org.isonomia.domain.plan.PlanStatus;

/** The plan entry, the axes and the engagements of a plan document, read and written. */
final class PlanFormat {

    private PlanFormat() {}

    static Optional<PlanEntry> read(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = fields.requiredCode("code");
            PartialPeriod period = Parts.period(fields, "period");
            Optional<PlanProfile> profile = profile(fields, period);
            PlanStatus status = fields.word("status", PlanStatus.class).orElse(PlanStatus.DRAFT);
            var deliberations = fields.list("deliberations", (n, at) -> deliberation(n, at, problems));
            var governance = fields.list("governance", (n, at) -> body(n, at, problems));
            var means = MeansFormat.read(fields, period);
            var amendments = fields.list("amendments", (n, at) -> amendment(n, at, problems));
            return fields.make(() -> {
                PlanContent content = new PlanContent(
                        profile.orElseThrow(), deliberations, governance, means, Axes.NONE, ImmutableList.of());
                RuleViolationException.throwIfAny(content.violations());
                return new PlanEntry(code.orElseThrow(), status, content, amendments);
            });
        });
    }

    private static Optional<PlanProfile> profile(Fields fields, PartialPeriod period) {
        Optional<String> title = Parts.requiredTitle(fields, "title");
        Optional<PlanProfile.Kind> kind = fields.requiredWord("kind", PlanProfile.Kind.class);
        Optional<String> description = Parts.text(fields, "description");
        boolean illustration = fields.flag("illustration");
        var statements = Parts.statements(fields);
        var documents = Parts.documents(fields);
        Visibility visibility = DisclosureFormat.visibility(fields);
        return title.isPresent() && kind.isPresent()
                ? Optional.of(new PlanProfile(
                        title.get(), kind.get(), period, description, illustration, statements, documents, visibility))
                : Optional.empty();
    }

    private static Optional<Deliberation> deliberation(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<String> reference = Parts.requiredTitle(fields, "reference");
            Optional<LocalDate> date = Parts.day(fields, "date");
            Optional<String> title = Parts.title(fields, "title");
            Optional<URI> url = Parts.link(fields, "url");
            return fields.make(() -> new Deliberation(reference.orElseThrow(), date, title, url));
        });
    }

    private static Optional<GovernanceBody> body(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = Parts.claimedCode(fields, "governance body");
            Optional<String> name = Parts.requiredTitle(fields, "name");
            Optional<GovernanceBody.Kind> kind = fields.requiredWord("kind", GovernanceBody.Kind.class);
            Optional<Code> chair = fields.reference("chair", Target.PERSON);
            Optional<String> members = Parts.text(fields, "members");
            Optional<String> frequency = Parts.text(fields, "frequency");
            var statements = Parts.statements(fields);
            return fields.make(() -> new GovernanceBody(
                    code.orElseThrow(), name.orElseThrow(), kind.orElseThrow(), chair, members, frequency, statements));
        });
    }

    private static Optional<Amendment> amendment(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<LocalDate> date = fields.required("date", Parts::parseDay, Parts.A_DAY);
            Optional<String> reason =
                    fields.requiredNode("reason").isPresent() ? Parts.text(fields, "reason") : Optional.empty();
            Optional<String> deliberation = Parts.title(fields, "deliberation");
            Optional<String> author = Parts.requiredTitle(fields, "author");
            fields.requiredNode("changes");
            ImmutableList<String> changes = fields.list("changes", (change, at) -> line(change, at, problems));
            return fields.make(() -> new Amendment(
                    date.orElseThrow(), reason.orElseThrow(), deliberation, author.orElseThrow(), changes));
        });
    }

    private static Optional<String> line(Node node, String pointer, Problems problems) {
        if (node instanceof Node.Scalar scalar && scalar.kind() == Node.ScalarKind.TEXT) {
            return Optional.of(scalar.text());
        }
        problems.add(
                pointer,
                node.position(),
                org.isonomia.application.document.DocumentViolations.WRONG_TYPE,
                "",
                "a line of text");
        return Optional.empty();
    }

    static Optional<Axis> axis(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = Parts.claimedCode(fields, "axis");
            Optional<Code> parent = fields.reference("parent", Target.AXIS);
            Parts.lead(fields, "axis", "parent", code, parent.stream().toList());
            Optional<String> title = Parts.requiredTitle(fields, "title");
            Optional<String> description = Parts.text(fields, "description");
            Optional<String> objective = Parts.text(fields, "objective");
            var statements = Parts.statements(fields);
            return fields.make(() ->
                    new Axis(code.orElseThrow(), parent, title.orElseThrow(), description, objective, statements));
        });
    }

    static Optional<Engagement> engagement(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> territory = fields.requiredNode("territory").isPresent()
                    ? fields.reference("territory", Target.TERRITORY)
                    : Optional.empty();
            Optional<Engagement.Kind> kind = fields.requiredWord("kind", Engagement.Kind.class);
            Optional<Code> domain = fields.reference("domain", Target.DOMAIN);
            Optional<PartialDate> since = Parts.date(fields, "since");
            Optional<String> note = Parts.text(fields, "note");
            var statements = Parts.statements(fields);
            Optional<Engagement> engagement = fields.make(
                    () -> new Engagement(territory.orElseThrow(), kind.orElseThrow(), domain, since, note, statements));
            engagement.ifPresent(made -> problems.claim("engagement", named(made), pointer, fields.position()));
            return engagement;
        });
    }

    /** What makes an engagement the only one of its sort, in the words of the file. */
    private static String named(Engagement engagement) {
        String domain = engagement.domain().map(code -> "/" + code.value()).orElse("");
        return engagement.territory().value() + '/' + Fields.wordOf(engagement.kind()) + domain;
    }

    static Node.Mapping write(Plan plan) {
        PlanProfile profile = plan.content().profile();
        MappingWriter out = new MappingWriter()
                .text("code", plan.code().value())
                .text("title", profile.title())
                .word("kind", profile.kind())
                .word("status", plan.status());
        DisclosureFormat.write(out, profile.visibility());
        return out.mapping("period", Parts.write(profile.period()))
                .flag("illustration", profile.illustration())
                .text("description", profile.description())
                .list("statements", Parts.writeStatements(profile.statements()).items())
                .list(
                        "deliberations",
                        plan.content().deliberations().stream()
                                .map(PlanFormat::write)
                                .toList())
                .list(
                        "governance",
                        plan.content().governance().stream()
                                .map(PlanFormat::write)
                                .toList())
                .list("documents", Parts.writeDocuments(profile.documents()).items())
                .mapping("means", MeansFormat.write(plan.content().means()))
                .list(
                        "amendments",
                        plan.amendments().stream().map(PlanFormat::write).toList())
                .build();
    }

    private static Node.Mapping write(Deliberation deliberation) {
        return new MappingWriter()
                .text("reference", deliberation.reference())
                .text("date", deliberation.date())
                .text("title", deliberation.title())
                .text("url", deliberation.url())
                .build();
    }

    private static Node.Mapping write(GovernanceBody body) {
        return new MappingWriter()
                .text("code", body.code().value())
                .text("name", body.name())
                .word("kind", body.kind())
                .text("chair", body.chair())
                .text("members", body.members())
                .text("frequency", body.frequency())
                .list("statements", Parts.writeStatements(body.statements()).items())
                .build();
    }

    private static Node.Mapping write(Amendment amendment) {
        return new MappingWriter()
                .text("date", amendment.date().toString())
                .text("reason", amendment.reason())
                .text("deliberation", amendment.deliberation())
                .text("author", amendment.author())
                .list("changes", amendment.changes().stream().map(Node::text).toList())
                .build();
    }

    static Node.Mapping write(Axis axis) {
        return new MappingWriter()
                .text("code", axis.code().value())
                .text("parent", axis.parent())
                .text("title", axis.title())
                .text("description", axis.description())
                .text("objective", axis.objective())
                .list("statements", Parts.writeStatements(axis.statements()).items())
                .build();
    }

    static Node.Mapping write(Engagement engagement) {
        return new MappingWriter()
                .text("territory", engagement.territory().value())
                .word("kind", engagement.kind())
                .text("domain", engagement.domain())
                .text("since", engagement.since())
                .text("note", engagement.note())
                .list(
                        "statements",
                        Parts.writeStatements(engagement.statements()).items())
                .build();
    }
}
