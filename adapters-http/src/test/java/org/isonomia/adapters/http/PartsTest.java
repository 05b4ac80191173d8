package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A server may offer the API without pages, or pages without the API. */
class PartsTest {

    @Test
    void theApiStandsWithoutPages() throws IOException, InterruptedException {
        try (TestServer server = TestServer.only(TestServer.Part.API)) {
            assertThat(server.get(TestServer.PLAN).statusCode()).isEqualTo(200);
            var page = server.get("/fr");
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void pagesStandWithoutTheApi() throws IOException, InterruptedException {
        try (TestServer server = TestServer.only(TestServer.Part.PAGES)) {
            assertThat(server.get("/fr/amp/PMCD").statusCode()).isEqualTo(200);
            assertThat(server.get(TestServer.PLAN).statusCode()).isEqualTo(404);
        }
    }
}
