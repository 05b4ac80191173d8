package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.bootstrap.SeedFiles.map;
import static org.isonomia.bootstrap.SeedFiles.maps;
import static org.isonomia.bootstrap.SeedFiles.standsIn;
import static org.isonomia.bootstrap.SeedFiles.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.isonomia.bootstrap.SeedFiles.Quoted;
import org.isonomia.bootstrap.SeedFiles.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Holds the shipped plan against the reading of the plan's text: nothing lost, nothing added. */
class SeedPlanTest {

    private static final Object PLAN = SeedFiles.tree("demo/plan.yaml");

    private static final ImmutableList<Row> ROWS = SeedFiles.rows();

    private static final ImmutableList<Quoted> STATEMENTS = SeedFiles.statements();

    @Nested
    class Statements {

        @Test
        void everyRowHasItsPlaceWithItsWordsAndItsForce() {
            ImmutableMap<String, Quoted> byRef = byRef();
            assertThat(ROWS).hasSize(52).allSatisfy(row -> {
                Quoted statement = byRef.get(row.id());
                assertThat(statement).as(row.id()).isNotNull();
                assertThat(statement.quote()).as(row.id()).isEqualTo(row.quote());
                assertThat(statement.level()).as(row.id()).isEqualTo(row.level());
            });
        }

        @Test
        void noStatementIsInvented() {
            ImmutableMap<String, Row> rows = ROWS.stream().collect(toImmutableMap(Row::id, row -> row));
            assertThat(STATEMENTS).allSatisfy(statement -> {
                Row row = rows.get(statement.row());
                assertThat(row).as(statement.ref()).isNotNull();
                assertThat(statement.level()).as(statement.ref()).isEqualTo(row.level());
                assertThat(standsIn(statement.quote(), row.quote()))
                        .as(statement.ref())
                        .isTrue();
            });
        }

        @Test
        void everyQuoteStandsInTheTextOfThePlan() {
            String text = SeedFiles.planText();
            assertThat(STATEMENTS)
                    .allSatisfy(statement -> assertThat(standsIn(statement.quote(), text))
                            .as(statement.ref())
                            .isTrue());
        }

        @Test
        void aQuoteThatIsNotInTheTextIsNoticed() {
            assertThat(standsIn("la Métropole … produira une campagne mensuelle", SeedFiles.planText()))
                    .isFalse();
            assertThat(standsIn("produira … la Métropole", "la Métropole produira"))
                    .isFalse();
        }

        private static ImmutableMap<String, Quoted> byRef() {
            return STATEMENTS.stream().collect(toImmutableMap(Quoted::ref, statement -> statement));
        }
    }

    @Nested
    class Actions {

        @Test
        void anActionIsCommittedToAsFirmlyAsOneOfItsSentences() {
            assertThat(maps(PLAN, "actions"))
                    .hasSize(22)
                    .allSatisfy(action -> assertThat(
                                    maps(action, "statements").stream().map(s -> text(s, "level")))
                            .as(text(action, "code"))
                            .contains(text(action, "level")));
        }

        @Test
        void anActionComesBackEveryYearOnlyWhereItsSentencesSayAnnual() {
            assertThat(maps(PLAN, "actions")).allSatisfy(action -> {
                boolean annual = maps(action, "statements").stream()
                        .anyMatch(
                                s -> text(s, "quote").toLowerCase(Locale.FRENCH).contains("annuel"));
                assertThat(action.get("recurrence")).as(text(action, "code")).isEqualTo(annual ? "yearly" : null);
            });
        }

        @Test
        void onlyTheWorkshopHasASponsorAndNoActionHasALead() {
            assertThat(maps(PLAN, "actions")).noneMatch(action -> action.containsKey("lead"));
            assertThat(maps(PLAN, "actions").stream()
                            .filter(action -> action.containsKey("sponsor"))
                            .map(action -> text(action, "code")))
                    .containsExactly("1.1");
        }
    }

    @Nested
    class WhatThePlanDoesNotSay {

        private static final Pattern DATE = Pattern.compile("[12][0-9]{3}(-[0-9]{2}){0,2}");

        private static final ImmutableSet<String> SAID_OF_THE_PLAN =
                ImmutableSet.of("code", "title", "kind", "status", "description", "statements", "means");

        private static final ImmutableSet<String> SAID_OF_AN_ACTION = ImmutableSet.of(
                "code",
                "axis",
                "title",
                "kind",
                "level",
                "statements",
                "description",
                "objective",
                "sponsor",
                "partners",
                "audiences",
                "territories",
                "criteria",
                "domains",
                "recurrence",
                "links");

        @Test
        void thePlanHasNoPeriodNoGovernanceAndNoDeliberation() {
            assertThat(SAID_OF_THE_PLAN).containsAll(keys(map(PLAN, "plan")));
            assertThat(text(map(PLAN, "plan"), "status")).isEqualTo("draft");
        }

        @Test
        void anActionHasNoDateNoMilestoneAndNoStatus() {
            assertThat(maps(PLAN, "actions"))
                    .allSatisfy(action -> assertThat(SAID_OF_AN_ACTION)
                            .as(text(action, "code"))
                            .containsAll(keys(action)));
        }

        @Test
        void theOnlyDatesAreThoseOfCouncilsAndPartnersAndTheYear2018() {
            ImmutableSet.Builder<String> dates = ImmutableSet.builder();
            scalars(PLAN, "", (key, value) -> {
                if (DATE.matcher(value).matches() && !key.equals("population")) {
                    dates.add(key + " " + value);
                }
            });
            assertThat(dates.build())
                    .containsExactlyInAnyOrder(
                            "since 2018",
                            "validFrom 2016-01-01",
                            "validUntil 2022-06-30",
                            "activeUntil 2021-03-31",
                            "activeFrom 2021-04-01",
                            "activeFrom 2021-01-01");
        }

        @Test
        void theMeansAreDecidedForTheFirstYearOnlyAndNotSplit() {
            Map<?, ?> means = map(PLAN, "plan", "means");
            assertThat(maps(means, "appropriations").stream().map(a -> text(a, "year") + " " + text(a, "amount")))
                    .containsExactly("N 60000.00", "N+1 undecided", "N+2 undecided");
            assertThat(maps(maps(means, "appropriations").getFirst(), "lines").stream()
                            .map(line ->
                                    text(line, "family") + " " + text(line, "purpose") + " " + text(line, "amount")))
                    .containsExactly(
                            "own-actions training undecided",
                            "own-actions events undecided",
                            "own-actions studies undecided",
                            "support fund undecided",
                            "support platform undecided");
            assertThat(maps(means, "positions").stream().map(p -> text(p, "fte")))
                    .containsExactly("1.00", "1.00");
            assertThat(text(means, "totalFte")).isEqualTo("2.00");
        }

        private static void scalars(Object node, String key, BiConsumer<String, String> visitor) {
            if (node instanceof Map<?, ?> map) {
                map.forEach((name, value) -> scalars(value, name.toString(), visitor));
            } else if (node instanceof List<?> list) {
                list.forEach(item -> scalars(item, key, visitor));
            } else {
                visitor.accept(key, String.valueOf(node));
            }
        }
    }

    @Nested
    class Network {

        @Test
        void holdsThe92CommunesOfTheMetropolisWithTheirNumbers() {
            ImmutableList<String> expected = maps(SeedFiles.tree("seed/amp-communes.json"), "communes").stream()
                    .map(c -> String.join(
                            " ",
                            text(c, "code"),
                            text(c, "nom"),
                            text(c, "siren"),
                            text(c, "population"),
                            "[" + text(c, "territoireCode") + ", 200054807]"))
                    .collect(toImmutableList());
            assertThat(expected).hasSize(92);
            assertThat(territories("commune").stream()
                            .map(t -> String.join(
                                    " ",
                                    text(t, "code"),
                                    text(t, "name"),
                                    text(t, "siren"),
                                    text(t, "population"),
                                    text(t, "memberOf"))))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }

        @Test
        void holdsTheSixCouncilsUntilTheyWereAbolished() {
            assertThat(territories("territory-council")).hasSize(6).allSatisfy(council -> {
                assertThat(text(council, "validFrom")).isEqualTo("2016-01-01");
                assertThat(text(council, "validUntil")).isEqualTo("2022-06-30");
            });
        }

        @Test
        void saysOfTheTerritoriesWhatTheTextNames() {
            assertThat(engaged("engaged"))
                    .containsExactlyInAnyOrder("13001", "13028", "13047", "13054", "13063", "13103", "13117", "84089");
            assertThat(engaged("local-plan")).containsExactlyInAnyOrder("13028", "13063", "13103", "13117", "CT6");
            assertThat(engaged("officer")).containsExactlyInAnyOrder("13055", "CT6");
            assertThat(engaged("member")).containsExactly("200054807");
            assertThat(engaged("expertise")).isEmpty();
        }

        private static ImmutableList<Map<?, ?>> territories(String kind) {
            return maps(PLAN, "territories").stream()
                    .filter(t -> text(t, "kind").equals(kind))
                    .collect(toImmutableList());
        }

        private static ImmutableList<String> engaged(String kind) {
            return maps(PLAN, "engagements").stream()
                    .filter(e -> text(e, "kind").equals(kind))
                    .map(e -> text(e, "territory"))
                    .collect(toImmutableList());
        }
    }

    private static ImmutableSet<String> keys(Map<?, ?> map) {
        return map.keySet().stream().map(Object::toString).collect(toImmutableSet());
    }
}
