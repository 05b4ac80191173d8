package org.isonomia.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.domain.kernel.Code;

/** Invented plans of any size, every text of which carries a mark, so that a mix of two of them shows. */
final class GeneratedPlan {

    static final PlanKey KEY = new PlanKey(Code.parse("ville"), Code.parse("plan"));

    private GeneratedPlan() {}

    /** A plan of so many actions, whose every entry carries the mark; its audience has the mark as code. */
    static Node document(int actions, String mark) {
        StringBuilder text = new StringBuilder("""
                isonomia: plan/1
                organisation: {code: ville, name: Ville %1$s, kind: commune, timeZone: Europe/Paris}
                plan: {code: plan, title: Plan %1$s, kind: local}
                axes:
                  - {code: "1", title: Axe %1$s}
                audiences:
                  - {code: %1$s, name: Public %1$s}
                units:
                  - {code: unit, name: Service %1$s, kind: service}
                actions:
                """.formatted(mark));
        for (int i = 1; i <= actions; i++) {
            text.append("""
                      - code: a-%1$d
                        axis: "1"
                        title: Action %2$s
                        kind: event
                        level: will
                        units: [unit]
                        audiences: [%2$s]
                        milestones:
                          - {code: m1, title: Jalon %2$s}
                    """.formatted(i, mark));
        }
        return yaml(text.toString());
    }

    static Node yaml(String text) {
        return FileFormats.yaml()
                .read(new ByteArrayInputStream(text.getBytes(UTF_8)))
                .orThrow();
    }

    static String text(Node document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FileFormats.yaml().write(document, bytes);
        return bytes.toString(UTF_8);
    }
}
