package org.isonomia.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Contenders that take turns, so that whatever else the machine does hits all of them: in each round everybody runs once,
 * in another order than in the round before.
 *
 * @param title what is measured
 * @param contenders who takes part, ours first
 */
record Race(String title, List<Contender> contenders) {

    /** The rounds of a race, in order, by contender. */
    record Outcome(String title, Map<String, List<Contender.Sample>> samples) {

        /** Rate of one divided by rate of another, round by round. */
        Spread ratio(String of, String to) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < samples.get(of).size(); round++) {
                ratios.add(samples.get(of).get(round).rate()
                        / samples.get(to).get(round).rate());
            }
            return Spread.of(ratios);
        }

        Spread rate(String of) {
            return Spread.of(samples.get(of).stream().map(Contender.Sample::rate).toList());
        }

        Stream<Double> p99(String of) {
            return samples.get(of).stream().flatMap(sample -> sample.p99().stream());
        }

        Stream<Double> cpu(String of) {
            return samples.get(of).stream().flatMap(sample -> sample.cpu().stream());
        }
    }

    /** Smallest, middle and largest. */
    record Spread(double min, double median, double max) {
        static Spread of(List<Double> values) {
            List<Double> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            return new Spread(sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
        }
    }

    Outcome run(Effort effort) {
        System.err.println(title + " ...");
        contenders.forEach(contender -> contender.run(effort.warmUp()));
        Map<String, List<Contender.Sample>> samples = new LinkedHashMap<>();
        contenders.forEach(contender -> samples.put(contender.name(), new ArrayList<>()));
        List<Contender> turn = new ArrayList<>(contenders);
        for (int round = 0; round < effort.rounds(); round++) {
            turn.forEach(contender -> samples.get(contender.name()).add(contender.run(effort.round())));
            Collections.rotate(turn, 1);
        }
        return new Outcome(title, samples);
    }

    /**
     * How long to measure.
     *
     * @param warmUp how long everybody runs before it counts
     * @param round how long a turn is
     * @param rounds how many turns everybody has
     * @param starts how often each start is timed
     * @param imports how often the import is timed
     */
    record Effort(Duration warmUp, Duration round, int rounds, int starts, int imports) {
        static final Effort FULL = new Effort(Duration.ofSeconds(20), Duration.ofSeconds(4), 7, 7, 3);
        static final Effort SHORT = new Effort(Duration.ofSeconds(8), Duration.ofSeconds(2), 3, 3, 1);
    }
}
