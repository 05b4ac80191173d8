package org.isonomia.application.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.HealthRule;
import org.junit.jupiter.api.Test;

class EmbeddingExampleTest {

    @Test
    void importsAPlanChangesAnActionAndReadsWhereItStands() {
        // example
        Ports ports = InMemoryStores.create().ports();
        PlanUseCases plans = PlanUseCases.of(
                ports.organisations(),
                ports.unitOfWork(),
                UUID::randomUUID,
                new Today(InstantSource.system()),
                HealthRule.DEFAULT,
                ReferenceData.shipped());

        Node document = PlanExchange.template();
        PlanKey key = plans.exchange()
                .importDocument(new PlanExchange.Command(document, false, Optional.empty(), "cheffe de projet"))
                .plan();
        Node patch = Node.mapping(ImmutableMap.of("objective", Node.text("Que chacun soit formé")));
        plans.editing()
                .changeActions(
                        key,
                        ImmutableList.of(new ActionEdit(Code.parse("1.1"), OptionalInt.empty(), patch)),
                        Optional.empty(),
                        "cheffe de projet");
        PlanReading.Overview overview = plans.reading().overview(key);
        // end
        assertThat(overview.total().actions()).isEqualTo(1);
        assertThat(plans.reading()
                        .action(key, Code.parse("1.1"))
                        .action()
                        .content()
                        .profile()
                        .objective())
                .contains("Que chacun soit formé");
    }

    @Test
    void standsInTheReadmeAsItIsHere() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/org/isonomia/application/example/EmbeddingExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end"));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(example.stripTrailing().stripIndent());
    }
}
