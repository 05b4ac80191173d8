package org.isonomia.application.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.HashCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.document.Node;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.HealthRule;
import org.junit.jupiter.api.Test;

class EmbeddingExampleTest {

    @Test
    void importsAPlanChangesAnActionAndReadsWhereItStands() {
        // example
        Ports ports = InMemoryStores.create().ports();
        InstantSource clock = InstantSource.system();
        Gateway gateway = new Gateway(
                ports.organisations(),
                ports.unitOfWork(),
                new JournalWriter(clock, () -> HashCode.fromBytes(random16())),
                PlanUseCases.watch());
        PlanUseCases plans = PlanUseCases.of(
                gateway, UUID::randomUUID, new Today(clock), HealthRule.DEFAULT, ReferenceData.shipped());

        PlanUseCases.Desk lead = plans.by(new Caller(Actor.system("cheffe de projet"), "first import"));
        Node document = PlanExchange.template();
        PlanKey key = lead.exchange()
                .importDocument(new PlanExchange.Command(document, false, Optional.empty()))
                .plan();
        Node patch = Node.mapping(ImmutableMap.of("objective", Node.text("Que chacun soit formé")));
        lead.editing()
                .changeActions(
                        key,
                        ImmutableList.of(new ActionEdit(Code.parse("1.1"), OptionalInt.empty(), patch)),
                        Optional.empty());
        PlanReading.Overview overview = plans.by(Caller.PUBLIC).reading().overview(key);
        // end
        assertThat(overview.total().actions()).isEqualTo(1);
        assertThat(lead.reading()
                        .action(key, Code.parse("1.1"))
                        .action()
                        .content()
                        .profile()
                        .objective())
                .contains("Que chacun soit formé");
    }

    @Test
    void refusesWhoMayNotChangeThePlan() {
        Ports ports = InMemoryStores.create().ports();
        PlanUseCases plans = PlanUseCases.of(
                TestGateway.of(ports, InstantSource.system()),
                UUID::randomUUID,
                new Today(InstantSource.system()),
                HealthRule.DEFAULT,
                ReferenceData.shipped());
        PlanExchange.Command command = new PlanExchange.Command(PlanExchange.template(), false, Optional.empty());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> plans.by(Caller.PUBLIC).exchange().importDocument(command));
        plans.by(TestGateway.SYSTEM).exchange().importDocument(command);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> plans.by(Caller.PUBLIC).exchange().importDocument(command));
    }

    private static byte[] random16() {
        byte[] bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        return bits;
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
