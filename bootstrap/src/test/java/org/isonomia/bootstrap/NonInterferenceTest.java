package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.Edit;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.kernel.Code;
import org.junit.jupiter.api.Test;

/**
 * What one tenant is answered does not depend on another one's data: the same requests, made in two installations that
 * differ in nothing else, get the same answers byte for byte. Left out is what is new for each request: its id, and the
 * digests of journal entries, which hold it. The list of all organisations with their plans is everybody's, and not asked.
 */
class NonInterferenceTest {

    private static final String HERE = "/api/v1/organisations/" + TenantWorld.ALPHA;
    private static final String PLAN = HERE + "/plans/pmlcd";
    private static final String ACTION = PLAN + "/actions/1.2";

    /** What the other tenant has and does meanwhile. */
    private interface Neighbour {
        void settle(TenantWorld world) throws Exception;

        void meanwhile(TenantWorld world) throws Exception;
    }

    private static final Neighbour NOBODY = new Neighbour() {
        @Override
        public void settle(TenantWorld world) {}

        @Override
        public void meanwhile(TenantWorld world) {}
    };

    /** Has the same codes with other words, and changes, removes and signs between any two requests of the first. */
    private static final Neighbour BUSY = new Neighbour() {
        private int turn;

        @Override
        public void settle(TenantWorld world) throws Exception {
            world.importAs(TenantWorld.BETA, "formation", "formatage");
        }

        @Override
        public void meanwhile(TenantWorld world) {
            turn++;
            Code beta = Code.parse(TenantWorld.BETA);
            PlanKey plan = new PlanKey(beta, Code.parse("pmlcd"));
            var desk = world.plans.by(TestGateway.SYSTEM);
            Node patch =
                    Node.mapping(com.google.common.collect.ImmutableMap.of("description", Node.text("Tour " + turn)));
            desk.editing()
                    .changeActions(
                            plan,
                            ImmutableList.of(
                                    new ActionEdit(Code.parse("1.2"), OptionalInt.empty(), patch),
                                    new ActionEdit(Code.parse("1.3"), OptionalInt.empty(), patch)),
                            Optional.empty());
            desk.directory()
                    .change(
                            beta,
                            org.isonomia.domain.network.DirectoryEntry.Directory.AUDIENCES,
                            Code.parse("public-" + turn),
                            new Edit(
                                    OptionalInt.empty(),
                                    Node.mapping(com.google.common.collect.ImmutableMap.of(
                                            "name", Node.text("Public " + turn))),
                                    Optional.empty()));
            world.journals.by(TestGateway.SYSTEM).sign(beta);
        }
    };

    @Test
    void answersTheSameWhateverAnotherTenantHasAndDoes() throws Exception {
        List<String> alone = answers(NOBODY);
        List<String> besideAnother = answers(BUSY);

        assertThat(besideAnother).hasSameSizeAs(alone);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(besideAnother.get(i)).isEqualTo(alone.get(i));
        }
    }

    private static List<String> answers(Neighbour neighbour) throws Exception {
        try (TenantWorld world = new TenantWorld()) {
            neighbour.settle(world);
            world.importAs(TenantWorld.ALPHA, "", "");
            return new Script(world, neighbour).run();
        }
    }

    /** The requests of the first tenant, with what they are answered. */
    private static final class Script {

        private final TenantWorld world;
        private final Neighbour neighbour;
        private final List<String> answers = new ArrayList<>();

        Script(TenantWorld world, Neighbour neighbour) {
            this.world = world;
            this.neighbour = neighbour;
        }

        List<String> run() throws Exception {
            readAll();
            change();
            readAll();
            journal();
            return answers;
        }

        private void readAll() throws Exception {
            for (String path : ImmutableList.of(
                    HERE,
                    HERE + "/plans",
                    PLAN,
                    PLAN + "/dashboard",
                    PLAN + "/network",
                    PLAN + "/timeline",
                    PLAN + "/axes",
                    PLAN + "/actions?limit=5&sort=-deadline",
                    PLAN + "/actions?q=formation",
                    PLAN + "/actions?health=late&health=on-time&sort=progress",
                    PLAN + "/actions?limit=3&after=nonsense",
                    ACTION,
                    ACTION + "/milestones",
                    PLAN + "/actions/none",
                    HERE + "/plans/none",
                    HERE + "/units?limit=3",
                    HERE + "/people",
                    HERE + "/partners",
                    HERE + "/audiences",
                    HERE + "/territories?limit=500",
                    HERE + "/territories/13001",
                    HERE + "/audiences/public-1",
                    PLAN + "/export.yaml",
                    PLAN + "/export.json",
                    PLAN + "/export.xlsx",
                    PLAN + "/actions.csv",
                    PLAN + "/actions.xlsx",
                    PLAN + "/shares",
                    HERE + "/memberships",
                    HERE + "/shared-plans")) {
                ask("GET", path, "");
                ask("HEAD", path, "");
            }
        }

        private void change() throws Exception {
            String tag = tag(ACTION);
            ask("PATCH", ACTION, "{\"description\":\"Une phrase\"}", "If-Match", tag);
            ask("PATCH", ACTION, "{\"description\":\"Trop tard\"}", "If-Match", tag);
            ask("PATCH", ACTION, "{\"lead\":\"nobody\",\"axis\":\"99\"}", "If-Match", tag(ACTION));
            ask("PATCH", ACTION, "{}");
            ask("PATCH", ACTION, "{", "If-Match", tag(ACTION));
            ask("POST", PLAN + "/actions", "{\"code\":\"1.2\",\"axis\":\"1\",\"title\":\"T\",\"kind\":\"other\"}");
            ask("PUT", HERE + "/audiences/public-1", "{\"name\":\"Le mien\"}", "If-None-Match", "*");
            ask("PUT", HERE + "/audiences/public-1", "{\"name\":\"Encore\"}", "If-None-Match", "*");
            ask("DELETE", HERE + "/audiences/public-1", "", "If-Match", tag(HERE + "/audiences/public-1"));
            ask("DELETE", HERE + "/territories/13001", "", "If-Match", tag(HERE + "/territories/13001"));
            ask("DELETE", PLAN + "/axes/1", "", "If-Match", tag(PLAN));
            ask("PUT", PLAN + "/shares/" + TenantWorld.BETA, "{\"fields\":[]}", "If-None-Match", "*");
            ask("DELETE", HERE + "/memberships/" + TenantWorld.BETA, "");
            ask("GET", "/api/v1/organisations/" + TenantWorld.BETA + "/journal", "");
            ask("GET", "/api/v1/organisations/" + TenantWorld.BETA + "/memberships", "");
            ask("GET", "/api/v1/organisations/none", "");
        }

        private void journal() throws Exception {
            ask("GET", HERE + "/journal", "");
            ask("GET", HERE + "/journal?subject=action/pmlcd/1.2", "");
            ask("GET", HERE + "/journal/1", "");
            ask("GET", HERE + "/journal/99999", "");
            ask("POST", HERE + "/journal/heads", "");
            ask("GET", HERE + "/journal/head", "");
            ask("GET", HERE + "/journal/proofs/inclusion?sequence=2&size=9", "");
            ask("GET", HERE + "/journal/proofs/consistency?from=3&to=9", "");
        }

        private String tag(String path) throws Exception {
            return world.send("GET", path, "").headers().firstValue("ETag").orElse("");
        }

        private void ask(String method, String path, String body, String... headers) throws Exception {
            HttpResponse<String> answer = world.send(method, path, body, headers);
            StringBuilder told = new StringBuilder(method + " " + path + " " + answer.statusCode());
            answer.headers().map().forEach((name, values) -> {
                // The length of what holds the request's id differs with it; the rest of the body is compared.
                boolean ofTheRequest = name.equalsIgnoreCase("Content-Length")
                        && (answer.statusCode() >= 400 || path.contains("/journal"));
                if (!ofTheRequest && !name.equalsIgnoreCase("X-Request-Id") && !name.equalsIgnoreCase("Date")) {
                    told.append('\n').append(name).append(": ").append(values);
                }
            });
            answers.add(
                    withoutTheRequest(told.append("\n\n").append(answer.body()).toString(), path));
            neighbour.meanwhile(world);
        }

        /** Without the request's id, and in journals without what is made of it. */
        private static String withoutTheRequest(String answer, String path) {
            String same = answer.replaceAll("(\\\\?\"requestId\\\\?\":\\s*\\\\?\")[0-9a-z]+", "$1");
            return path.contains("/journal")
                    ? same.replaceAll("[0-9a-f]{64}", "digest")
                            .replaceAll("(?i)(\"signature\":\\s*\")[^\"]+", "$1")
                            .replaceAll("(?i)etag: \\[[^]]*]", "etag")
                    : same;
        }
    }
}
