package org.isonomia.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.TreeMultiset;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.isonomia.bootstrap.DemonstrationServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** One POST sent eight times at once under one key, again and again: done once each time, and answered with the same. */
class KeysCampaign {

    private static final int KEYS = Integer.getInteger("isonomia.campaign.keys", 1_000);
    private static final int AT_ONCE = 8;
    private static final String PLAN = "/api/v1/organisations/amp/plans/pmlcd";

    private final TreeMultiset<Integer> answers = TreeMultiset.create();

    @Test
    void doNothingTwiceAndAnswerTheSame() throws Exception {
        try (Stage stage = Stage.open();
                Crowd senders = new Crowd(AT_ONCE)) {
            long begun = entries(stage);
            for (int key = 0; key < KEYS; key++) {
                send(stage, senders, key);
            }
            assertThat(entries(stage)).isEqualTo(begun + KEYS);
        }
        System.out.println(KEYS + " keys, " + AT_ONCE + " at once; first answers by status: " + answers);
        assertThat(answers.elementSet()).isSubsetOf(201, 409);
    }

    private void send(Stage stage, Crowd senders, int key) throws Exception {
        Set<String> same = new HashSet<>();
        for (HttpResponse<String> answer : senders.send(stage, sender -> addition(stage, key))) {
            answers.add(answer.statusCode());
            // The first is still at work: by now it has ended.
            same.add((answer.statusCode() == 409 ? stage.send(addition(stage, key)) : answer).body());
        }
        assertThat(same).as("key %s", key).hasSize(1);
        assertThat(same.iterator().next()).contains("\"code\":\"K" + key + "\"");
    }

    private static HttpRequest addition(Stage stage, int key) {
        String query = "?amendmentDate=2026-11-24&amendmentReason=key";
        String body =
                "{\"code\":\"K" + key + "\",\"axis\":\"1\",\"title\":\"T\",\"kind\":\"training\",\"level\":\"will\"}";
        return HttpRequest.newBuilder(URI.create(stage.uri() + PLAN + "/actions" + query))
                .header("Authorization", "Bearer " + DemonstrationServer.TOKEN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"campaign-" + key + "\"")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** How many additions the journal knows. */
    private static long entries(Stage stage) throws Exception {
        long found = 0;
        String next = "";
        do {
            String body = stage.read(
                            "/api/v1/organisations/amp/journal?useCase=add-action&subject=action/pmlcd&limit=500"
                                    + next)
                    .body();
            var page = new JsonMapper().readTree(body);
            found += page.path("items").size();
            next = page.path("next").isMissingNode() || page.path("next").isNull()
                    ? ""
                    : "&before=" + page.path("next").asString();
        } while (!next.isEmpty());
        return found;
    }
}
