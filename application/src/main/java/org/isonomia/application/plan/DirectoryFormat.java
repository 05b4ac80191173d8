package org.isonomia.application.plan;

import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.network.Audience;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.network.Siren;
import org.isonomia.domain.network.Territory;

/** The entries of an organisation's directories, read and written. */
final class DirectoryFormat {

    private DirectoryFormat() {}

    /** The key of a directory in a plan document. */
    static String key(Directory directory) {
        return Fields.wordOf(directory);
    }

    /** What one entry of a directory is called. */
    static Target target(Directory directory) {
        return switch (directory) {
            case UNITS -> Target.UNIT;
            case PEOPLE -> Target.PERSON;
            case PARTNERS -> Target.PARTNER;
            case AUDIENCES -> Target.AUDIENCE;
            case TERRITORIES -> Target.TERRITORY;
        };
    }

    /** What one entry of a directory is called in words. */
    static String sort(Directory directory) {
        return Fields.wordOf(target(directory));
    }

    static Optional<DirectoryEntry> read(Directory directory, Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> switch (directory) {
            case UNITS -> unit(fields).map(entry -> entry);
            case PEOPLE -> person(fields).map(entry -> entry);
            case PARTNERS -> partner(fields).map(entry -> entry);
            case AUDIENCES -> audience(fields).map(entry -> entry);
            case TERRITORIES -> territory(fields).map(entry -> entry);
        });
    }

    private static Optional<OrganisationalUnit> unit(Fields fields) {
        Optional<Code> code = Parts.claimedCode(fields, "unit");
        Optional<String> name = Parts.requiredTitle(fields, "name");
        Optional<OrganisationalUnit.Kind> kind = fields.requiredWord("kind", OrganisationalUnit.Kind.class);
        Optional<Code> parent = fields.reference("parent", Target.UNIT);
        Parts.lead(fields, "unit", "parent", code, parent.stream().toList());
        return fields.make(
                () -> new OrganisationalUnit(code.orElseThrow(), name.orElseThrow(), kind.orElseThrow(), parent));
    }

    private static Optional<Person> person(Fields fields) {
        Optional<Code> code = Parts.claimedCode(fields, "person");
        Optional<String> function = Parts.requiredTitle(fields, "function");
        Optional<String> name = Parts.title(fields, "name");
        Optional<Code> unit = fields.reference("unit", Target.UNIT);
        boolean elected = fields.flag("elected");
        return fields.make(() -> new Person(code.orElseThrow(), function.orElseThrow(), name, unit, elected));
    }

    private static Optional<Partner> partner(Fields fields) {
        Optional<Code> code = Parts.claimedCode(fields, "partner");
        Optional<String> name = Parts.requiredTitle(fields, "name");
        ImmutableSet<Code> successors = fields.references("successors", Target.PARTNER);
        Parts.lead(fields, "partner", "successors", code, successors);
        PartialPeriod active = Parts.period(fields, "activeFrom", "activeUntil");
        Optional<URI> url = Parts.link(fields, "url");
        var statements = Parts.statements(fields);
        return fields.make(
                () -> new Partner(code.orElseThrow(), name.orElseThrow(), successors, active, url, statements));
    }

    private static Optional<Audience> audience(Fields fields) {
        Optional<Code> code = Parts.claimedCode(fields, "audience");
        Optional<String> name = Parts.requiredTitle(fields, "name");
        return fields.make(() -> new Audience(code.orElseThrow(), name.orElseThrow()));
    }

    private static Optional<Territory> territory(Fields fields) {
        Optional<Code> code = Parts.claimedCode(fields, "territory");
        Optional<String> name = Parts.requiredTitle(fields, "name");
        Optional<Territory.Kind> kind = fields.requiredWord("kind", Territory.Kind.class);
        Optional<Siren> siren = siren(fields);
        OptionalLong population = fields.count("population");
        ImmutableSet<Code> memberOf = fields.references("memberOf", Target.TERRITORY);
        Parts.lead(fields, "territory", "memberOf", code, memberOf);
        PartialPeriod valid = Parts.period(fields, "validFrom", "validUntil");
        return fields.make(() -> new Territory(
                code.orElseThrow(), name.orElseThrow(), kind.orElseThrow(), siren, population, memberOf, valid));
    }

    static Optional<Siren> siren(Fields fields) {
        return fields.text("siren").isPresent()
                ? fields.value("siren", Siren::parse, "a SIREN number: 9 digits, the last one the right check digit")
                : Optional.empty();
    }

    static Node.Mapping write(DirectoryEntry entry) {
        return switch (entry) {
            case OrganisationalUnit unit ->
                new MappingWriter()
                        .text("code", unit.code().value())
                        .text("name", unit.name())
                        .word("kind", unit.kind())
                        .text("parent", unit.parent())
                        .build();
            case Person person ->
                new MappingWriter()
                        .text("code", person.code().value())
                        .text("function", person.function())
                        .text("name", person.name())
                        .text("unit", person.unit())
                        .flag("elected", person.elected())
                        .build();
            case Partner partner -> write(partner);
            case Audience audience ->
                new MappingWriter()
                        .text("code", audience.code().value())
                        .text("name", audience.name())
                        .build();
            case Territory territory -> write(territory);
        };
    }

    private static Node.Mapping write(Partner partner) {
        return new MappingWriter()
                .text("code", partner.code().value())
                .text("name", partner.name())
                .codes("successors", partner.successors())
                .text("activeFrom", partner.active().start())
                .text("activeUntil", partner.active().end())
                .text("url", partner.url())
                .list("statements", Parts.writeStatements(partner.statements()).items())
                .build();
    }

    private static Node.Mapping write(Territory territory) {
        return new MappingWriter()
                .text("code", territory.code().value())
                .text("name", territory.name())
                .word("kind", territory.kind())
                .text("siren", territory.siren())
                .number("population", territory.population().orElse(-1), -1)
                .codes("memberOf", territory.memberOf())
                .text("validFrom", territory.valid().start())
                .text("validUntil", territory.valid().end())
                .build();
    }
}
