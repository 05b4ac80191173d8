package org.isonomia.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.TreeMultiset;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.isonomia.bootstrap.DemonstrationServer;
import org.junit.jupiter.api.Test;

/** Ten people change one action at once, again and again: each time one of them does, and nine are told that it changed. */
class RacesCampaign {

    private static final int RACES = Integer.getInteger("isonomia.campaign.races", 2_000);
    private static final int RACERS = 10;
    private static final String ACTION = "/api/v1/organisations/amp/plans/pmlcd/actions/1.2";

    private final TreeMultiset<Integer> answers = TreeMultiset.create();

    @Test
    void oneWinsEachRaceAndNoUpdateIsLost() throws Exception {
        try (Stage stage = Stage.open();
                Crowd racers = new Crowd(RACERS)) {
            int begun = version(stage);
            for (int race = 0; race < RACES; race++) {
                run(stage, racers, race);
            }
            assertThat(version(stage)).isEqualTo(begun + RACES);
        }
        System.out.println(RACES + " races of " + RACERS + "; answers by status: " + answers);
        assertThat(answers).hasSize(RACES * RACERS);
        assertThat(answers.elementSet()).containsExactly(200, 412);
    }

    private void run(Stage stage, Crowd racers, int race) throws Exception {
        String tag = stage.read(ACTION).headers().firstValue("ETag").orElseThrow();
        ImmutableList<Integer> statuses =
                racers.send(stage, racer -> change(stage, tag, "race " + race + ", racer " + racer)).stream()
                        .map(HttpResponse::statusCode)
                        .collect(ImmutableList.toImmutableList());
        assertThat(statuses).as("race %s", race).containsOnlyOnce(200);
        answers.addAll(statuses);
    }

    private static HttpRequest change(Stage stage, String tag, String description) {
        String query = "?amendmentDate=2026-11-24&amendmentReason=race";
        return HttpRequest.newBuilder(URI.create(stage.uri() + ACTION + query))
                .header("Authorization", "Bearer " + DemonstrationServer.TOKEN)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", tag)
                .method("PATCH", BodyPublishers.ofString("{\"description\":\"" + description + "\"}"))
                .build();
    }

    private static int version(Stage stage) throws Exception {
        String body = stage.read(ACTION).body();
        return new tools.jackson.databind.json.JsonMapper()
                .readTree(body)
                .path("version")
                .asInt();
    }
}
