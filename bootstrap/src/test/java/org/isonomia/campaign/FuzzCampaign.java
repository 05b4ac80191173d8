package org.isonomia.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.TreeMultiset;
import com.networknt.schema.InputFormat;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.isonomia.campaign.Conversation.Asked;
import org.isonomia.campaign.Promise.Operation;
import org.junit.jupiter.api.Test;

/**
 * Thousands of generated requests as each role, valid ones and others, held against the description of the API: no failure of
 * ours, no answer that is not described, nothing accepted that the description excludes, and nothing that it allows refused
 * as if it could not be understood.
 */
class FuzzCampaign {

    private static final int REQUESTS = Integer.getInteger("isonomia.campaign.requests", 50_000);
    private static final int SEED = Integer.getInteger("isonomia.campaign.seed", 20_261_124);
    private static final int BEFORE_A_FRESH_PLAN = 2_500;

    /** What was seen that should not be, by kind and operation, with one example each. */
    private final Map<String, String> findings = new TreeMap<>();

    private final TreeMultiset<String> answers = TreeMultiset.create();

    @Test
    void keepsWhatTheDescriptionPromises() throws Exception {
        try (Stage stage = Stage.open()) {
            ImmutableList<String> roles = stage.roles();
            for (int i = 0; i < REQUESTS; i++) {
                if (i % BEFORE_A_FRESH_PLAN == 0) {
                    stage.refresh();
                }
                say(stage, new Random(31L * SEED + i), roles.get(i % roles.size()));
            }
        }
        System.out.println(REQUESTS + " requests as each of the roles in turn; answers by role and status:");
        answers.entrySet().forEach(entry -> System.out.println("  " + entry.getElement() + ": " + entry.getCount()));
        findings.forEach((what, example) -> System.out.println("FOUND " + what + "\n  " + example));
        assertThat(findings.keySet()).isEmpty();
    }

    private void say(Stage stage, Random random, String role) throws Exception {
        Values values = new Values(random, stage.promise(), stage.known());
        Operation operation = values.oneOf(stage.operations());
        if (operation.method().equals("DELETE") && random.nextInt(4) > 0) {
            operation = values.oneOf(stage.operations());
        }
        Asked asked = new Conversation(stage, random, values).ask(operation, role);
        answers.add(role + " " + asked.answer().statusCode());
        judge(asked);
    }

    private void judge(Asked asked) {
        HttpResponse<String> answer = asked.answer();
        int status = answer.statusCode();
        if (status >= 500) {
            note("failed with " + status, asked);
        } else if (!asked.operation().answers().containsKey(status)) {
            note("answered " + status + ", which is not described", asked);
        } else {
            asked.operation()
                    .answers()
                    .get(status)
                    .filter(schema -> !answer.body().isEmpty()
                            && answer.headers()
                                    .firstValue("Content-Type")
                                    .orElse("")
                                    .contains("json"))
                    .map(schema -> schema.validate(answer.body(), InputFormat.JSON))
                    .filter(errors -> !errors.isEmpty())
                    .ifPresent(errors ->
                            note("answered " + status + " otherwise than described: " + errors.getFirst(), asked));
        }
        if (status < 300 && asked.excluded()) {
            note("accepted what the description excludes", asked);
        }
        if (status == 400 && asked.allowed()) {
            note("did not understand what the description allows", asked);
        }
    }

    private void note(String what, Asked asked) {
        findings.putIfAbsent(
                asked.operation() + ": " + what,
                asked.request() + "\n  → " + asked.answer().statusCode() + " "
                        + asked.answer().body());
    }
}
