package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.isonomia.adapters.http.routing.Json;
import org.junit.jupiter.api.Test;

/** The description is well-formed, says the same in both notations, and offers what the server does: no less, no more. */
class DescriptionTest {

    private static final String YAML = new String(Description.bytes("openapi.yaml"), StandardCharsets.UTF_8);

    @Test
    void isWellFormed() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(YAML);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void saysTheSameInBothNotations() {
        Object yaml = Yaml31.mapper()
                .valueToTree(new OpenAPIV3Parser().readContents(YAML).getOpenAPI());
        Object json = Yaml31.mapper()
                .valueToTree(new OpenAPIV3Parser()
                        .readContents(new String(Description.bytes("openapi.json"), StandardCharsets.UTF_8))
                        .getOpenAPI());

        assertThat(json).isEqualTo(yaml);
    }

    @Test
    void offersWhatTheServerDoes() {
        try (TestServer server = TestServer.start()) {
            assertThat(server.server.routes().stream()
                            .filter(route -> route.contains(" /api/v1/") && !route.startsWith("HEAD "))
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(Description.operations().stream()
                            .map(operation -> operation.method() + " " + operation.path())
                            .toList());
        }
    }

    @Test
    void everyReadIsOfferedAsAHeadToo() {
        try (TestServer server = TestServer.start()) {
            assertThat(server.server.routes())
                    .containsAll(server.server.routes().stream()
                            .filter(route -> route.startsWith("GET "))
                            .map(route -> route.replace("GET ", "HEAD "))
                            .toList());
        }
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        String json = new String(Json.write(Json.read(Description.bytes("openapi.json"))), StandardCharsets.UTF_8);

        assertThat(json.split("\"operationId\":\"", -1))
                .hasSize(Description.operations().size() + 1);
    }
}
