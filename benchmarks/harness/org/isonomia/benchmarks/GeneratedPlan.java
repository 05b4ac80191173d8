package org.isonomia.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A plan as a file, of any size, whose actions all have the same shape. Their codes are 1, 2, 3 and so on.
 *
 * @param organisation the code of the organisation it belongs to
 * @param actions how many actions it has
 */
record GeneratedPlan(String organisation, int actions) {

    static final int MILESTONES = 20;
    static final String CODE = "plan";

    private static final int AXES = 10;
    private static final int LINES = 50;
    private static final LocalDate START = LocalDate.of(2025, 1, 6);

    /** Writes it, always the same. */
    Path write(Path folder) {
        Path file = folder.resolve(organisation + ".yaml");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEAD.formatted(organisation, CODE));
            out.write("axes:\n");
            for (int axis = 1; axis <= AXES; axis++) {
                out.write("  - {code: A%d, title: Axe numéro %d}\n".formatted(axis, axis));
            }
            out.write("actions:\n");
            for (int number = 1; number <= actions; number++) {
                out.write(action(number));
            }
            out.write("units:\n");
            for (int i = 0; i < LINES; i++) {
                out.write("  - {code: unit-%d, name: Direction numéro %d, kind: direction}\n".formatted(i, i));
            }
            out.write("people:\n");
            for (int i = 0; i < LINES; i++) {
                out.write("  - {code: lead-%d, function: Responsable numéro %d, unit: unit-%d}\n".formatted(i, i, i));
            }
            out.write("partners:\n");
            for (int i = 0; i < LINES; i++) {
                out.write("  - {code: partner-%d, name: Association numéro %d}\n".formatted(i, i));
            }
            out.write("audiences:\n  - {code: public, name: Grand public}\n");
            out.write("territories:\n");
            for (int i = 0; i < LINES; i++) {
                out.write("  - {code: commune-%d, name: Commune numéro %d, kind: commune}\n".formatted(i, i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static final String HEAD =
            """
            isonomia: plan/1
            organisation:
              code: %s
              name: Collectivité de mesure
              kind: metropolis
              timeZone: Europe/Paris
              language: fr
            plan:
              code: %s
              title: Plan engendré pour les mesures
              kind: metropolitan
              status: draft
              period: {start: 2025-01, end: 2027-12}
            """;

    private static String action(int number) {
        int some = number % LINES;
        StringBuilder text = new StringBuilder(4096);
        text.append(
                """
                  - code: "%d"
                    axis: A%d
                    title: Action numéro %d contre les discriminations à l'embauche
                    kind: training
                    level: will
                    description: >-
                      Une description de la longueur d'un paragraphe ordinaire, qui dit ce que l'action %d apporte, à qui
                      elle s'adresse, comment elle sera conduite et avec quels moyens, sur une durée de trois années.
                    objective: Former tous les agents qui recrutent
                    weight: %d
                    statements:
                      - {ref: g-%d, level: will, quote: "La collectivité formera ses agents à l'égalité de traitement."}
                    lead: lead-%d
                    units: [unit-%d, unit-%d]
                    partners: [partner-%d]
                    audiences: [public]
                    territories: [commune-%d, commune-%d]
                    criteria: [ORIGIN, DISABILITY]
                    domains: [PUBLIC_SERVICES]
                    planned: {start: 2025-01, end: 2027-06}
                    actual: {start: 2025-01-13}
                    milestones:
                """
                        .formatted(
                                number,
                                1 + number % AXES,
                                number,
                                number,
                                1 + number % 5,
                                number,
                                some,
                                some,
                                (some + 7) % LINES,
                                some,
                                some,
                                (some + 11) % LINES));
        for (int milestone = 1; milestone <= MILESTONES; milestone++) {
            LocalDate due = START.plusDays(40L * milestone + number % 30);
            boolean done = milestone <= number % 9;
            text.append("      - {code: m%d, title: Jalon numéro %d de l'action, due: %s%s}\n"
                    .formatted(milestone, milestone, due, done ? ", done: " + due : ""));
        }
        text.append("    statuses:\n")
                .append("      - {status: in-progress, date: 2025-01-13, author: Responsable numéro %d}\n"
                        .formatted(some));
        return text.toString();
    }
}
