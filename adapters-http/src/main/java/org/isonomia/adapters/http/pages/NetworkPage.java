package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;
import org.isonomia.domain.kernel.Code;

/**
 * The network of communes.
 *
 * @param frame what is around it
 * @param links the addresses of the plan's pages
 * @param all every commune
 * @param rows those that are shown, in the order asked for
 * @param tiles the map; empty if the communes have no places on it
 * @param credit whose data the map was made from
 * @param form what was asked for
 * @param remarks what the plan adds on some of them
 * @param note until when the councils existed
 * @param downloads the same list as files
 */
public record NetworkPage(
        Frame frame,
        Links links,
        ImmutableList<Row> all,
        ImmutableList<Row> rows,
        ImmutableList<Tile> tiles,
        Optional<String> credit,
        Form form,
        ImmutableList<String> remarks,
        String note,
        ImmutableList<Badge> downloads) {

    /** What the plan says of a commune, from nothing to a plan of its own. */
    public enum Level {
        NONE,
        ENGAGED,
        OWN_PLAN,
        TERRITORY_PLAN
    }

    /**
     * A commune.
     *
     * @param code its INSEE code
     * @param name its name
     * @param council the council it belonged to
     * @param population inhabitants
     * @param level what the plan says of it
     * @param engaged whether the plan calls it engaged
     * @param officer whether somebody is in charge there
     * @param actions how many actions name it
     */
    public record Row(
            Code code,
            String name,
            Optional<String> council,
            OptionalLong population,
            Level level,
            boolean engaged,
            boolean officer,
            int actions) {

        /** The plan that covers it, in words. */
        public Optional<String> plan(Words words) {
            return switch (level) {
                case OWN_PLAN -> Optional.of(words.t("network.plan.own"));
                case TERRITORY_PLAN -> Optional.of(words.t("network.plan.territory"));
                case NONE, ENGAGED -> Optional.empty();
            };
        }
    }

    /**
     * What was asked for.
     *
     * @param text a part of a name
     * @param councils the councils that can be chosen
     * @param levels what the plan can say
     * @param sorts the orders
     */
    public record Form(
            String text, ImmutableList<Pick> councils, ImmutableList<Pick> levels, ImmutableList<Pick> sorts) {}

    /**
     * A line of the map's key.
     *
     * @param css the class of its tile
     * @param label what it means, with how many
     * @param names which communes; empty if they are too many to name
     */
    public record Key(String css, String label, String names) {

        /** Whether it names communes. */
        public boolean isOfNames() {
            return !css.equals("t0");
        }
    }

    /** How wide the map is. */
    public int mapWidth() {
        return tiles.stream().mapToInt(Tile::right).max().orElse(0) + 2;
    }

    /** How high the map is. */
    public int mapHeight() {
        return tiles.stream().mapToInt(Tile::bottom).max().orElse(0) + 2;
    }

    /** The key of the map. */
    public ImmutableList<Key> key() {
        Words words = frame.words();
        return ImmutableList.of(
                key(words, "t2", Level.OWN_PLAN, "network.key.own"),
                key(words, "t3", Level.TERRITORY_PLAN, "network.key.territory"),
                key(words, "t1", Level.ENGAGED, "network.key.engaged"),
                officers(words),
                new Key(
                        "t0",
                        words.n(
                                "network.key.none",
                                all.stream()
                                        .filter(row -> row.level() == Level.NONE && !row.officer())
                                        .count()),
                        words.t("network.key.none.text")));
    }

    private Key key(Words words, String css, Level level, String message) {
        ImmutableList<String> names =
                all.stream().filter(row -> row.level() == level).map(Row::name).collect(toImmutableList());
        return new Key(css, words.n(message, names.size()), String.join(", ", names));
    }

    private Key officers(Words words) {
        ImmutableList<String> names =
                all.stream().filter(Row::officer).map(Row::name).collect(toImmutableList());
        return new Key("dot", words.t("network.officer"), String.join(", ", names));
    }
}
