package org.isonomia.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.OptionalInt;
import org.isonomia.application.plan.Edit;
import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A single edit of a directory is held to what an import is held to. */
class DirectoryCirclesTest {

    private static final Code VILLE = Code.parse("ville");

    private final Memory memory = new Memory();

    @BeforeEach
    void bring() {
        memory.bring("""
                isonomia: plan/1
                organisation: {code: ville, name: Ville, kind: commune, timeZone: Europe/Paris}
                plan: {code: plan, title: Plan, kind: local}
                axes: [{code: "1", title: Axe}]
                actions:
                  - {code: "1.1", axis: "1", title: T, kind: event, level: will, units: [low], partners: [old]}
                units:
                  - {code: high, name: Haute, kind: dga}
                  - {code: low, name: Basse, kind: service, parent: high}
                people:
                  - {code: head, function: Cheffe, unit: high}
                partners:
                  - {code: old, name: Ancien, successors: [new]}
                  - {code: new, name: Nouveau}
                territories:
                  - {code: inner, name: Intérieur, kind: commune, memberOf: [outer]}
                  - {code: outer, name: Extérieur, kind: metropolis}
                """);
    }

    private static Edit edit(String json) {
        return new Edit(
                OptionalInt.empty(), Documents.read(FileFormats.json(), json).orThrow(), Optional.empty());
    }

    private void assertCircle(Directory directory, String code, String patch, String pointer, String way) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> memory.plans().directory().change(VILLE, directory, Code.parse(code), edit(patch)))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.pointer()).contains(pointer);
                            assertThat(violation.attribute("value")).contains(way);
                        }));
    }

    @Test
    void refusesToCloseACircleOfUnits() {
        assertCircle(Directory.UNITS, "high", "{\"parent\": \"low\"}", "/parent", "high → low → high");
        assertCircle(Directory.UNITS, "low", "{\"parent\": \"low\"}", "/parent", "low");
    }

    @Test
    void refusesToCloseACircleOfPartners() {
        assertCircle(Directory.PARTNERS, "new", "{\"successors\": [\"old\"]}", "/successors/0", "new → old → new");
    }

    @Test
    void refusesToCloseACircleOfTerritories() {
        assertCircle(
                Directory.TERRITORIES, "outer", "{\"memberOf\": [\"inner\"]}", "/memberOf/0", "inner → outer → inner");
    }

    @Test
    void namesWhoNeedsWhatIsToBeRemoved() {
        assertThatExceptionOfType(EntryInUseException.class)
                .isThrownBy(
                        () -> memory.plans().directory().remove(VILLE, Directory.UNITS, Code.parse("high"), edit("{}")))
                .withMessage("unit high is still named by unit low, person head");
        assertThatExceptionOfType(EntryInUseException.class)
                .isThrownBy(() ->
                        memory.plans().directory().remove(VILLE, Directory.PARTNERS, Code.parse("old"), edit("{}")))
                .withMessage("partner old is still named by action 1.1 of plan plan");
        memory.plans().directory().remove(VILLE, Directory.PEOPLE, Code.parse("head"), edit("{}"));
        assertThat(memory.plans().reading().entry(VILLE, Directory.PEOPLE, Code.parse("head")))
                .isEmpty();
        assertThat(memory.plans().reading().entry(VILLE, Directory.UNITS, Code.parse("high")))
                .isPresent();
    }
}
