package org.isonomia.adapters.http.pages;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where communes are on the map of tiles: one tile each, about in its place. */
final class TileMap {

    private static final int SIDE = 37;
    private static final int LONGEST = 7;
    private static final Splitter PARTS = Splitter.onPattern("[ -]");
    private static final ImmutableSet<String> SMALL =
            ImmutableSet.of("d'", "de", "des", "du", "en", "la", "le", "les", "lès", "lez", "sur");

    private TileMap() {}

    /** The map of these communes; empty if one of them has no place on it. */
    static ImmutableList<Tile> of(Words words, TilePlaces places, List<NetworkPage.Row> rows) {
        ImmutableList.Builder<Tile> tiles = ImmutableList.builder();
        for (NetworkPage.Row row : rows) {
            TilePlaces.Place place = places.places().get(row.code());
            if (place == null) {
                return ImmutableList.of();
            }
            tiles.add(tile(words, row, place));
        }
        return tiles.build();
    }

    private static Tile tile(Words words, NetworkPage.Row row, TilePlaces.Place place) {
        int number = switch (row.level()) {
            case NONE -> 0;
            case ENGAGED -> 1;
            case OWN_PLAN -> 2;
            case TERRITORY_PLAN -> 3;
        };
        int margin = number == 0 || number == 2 ? 1 : 2;
        boolean named = number > 0 || row.officer();
        ImmutableList<String> label = named ? lines(row.name()) : ImmutableList.of();
        String title = words.t("network.tile", row.name(), words.t("network.level." + row.level()))
                + (row.officer() ? ", " + words.t("network.officer.yes") : "");
        return new Tile(
                "t" + number,
                number == 0 ? "" : "on" + number,
                place.column() * SIDE + margin,
                place.row() * SIDE + margin,
                SIDE - 2 * margin,
                label,
                place.row() * SIDE + SIDE / 2 + 3 - (label.size() - 1) * 5,
                row.officer(),
                title);
    }

    /** The name on at most two lines of a tile, broken where it has a space or a hyphen, else between syllables. */
    private static ImmutableList<String> lines(String name) {
        if (name.length() <= LONGEST) {
            return ImmutableList.of(name);
        }
        List<String> parts = PARTS.splitToList(name);
        if (parts.size() > 1) {
            String first = parts.getFirst();
            String rest = name.substring(first.length() + 1);
            String hyphen = name.charAt(first.length()) == '-' ? "-" : "";
            if (rest.length() <= LONGEST) {
                return ImmutableList.of(cut(first + hyphen), rest);
            }
            return SMALL.contains(parts.get(1))
                    ? ImmutableList.of(cut(first))
                    : ImmutableList.of(cut(first + hyphen), cut(parts.get(1)));
        }
        int at = syllable(name);
        return ImmutableList.of(cut(name.substring(0, at) + "-"), cut(name.substring(at)));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** The place nearest to the middle where a consonant begins a syllable. */
    private static int syllable(String name) {
        int middle = name.length() / 2;
        return IntStream.range(2, name.length() - 2)
                .filter(at -> !isVowel(name.charAt(at)) && isVowel(name.charAt(at + 1)))
                .boxed()
                .min(Comparator.comparingInt(at -> Math.abs(at - middle)))
                .orElse(middle);
    }

    private static boolean isVowel(char letter) {
        return "aeiouyéèêâîôûëïü".indexOf(letter) >= 0;
    }
}
