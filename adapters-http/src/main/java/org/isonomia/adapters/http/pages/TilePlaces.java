package org.isonomia.adapters.http.pages;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;

/**
 * Where communes are on a map of tiles, one tile each; data of the installation.
 *
 * @param places the places by the commune's code
 * @param credit whose data the places were made from
 */
public record TilePlaces(ImmutableMap<Code, Place> places, Optional<String> credit) {

    /** No map. */
    public static final TilePlaces NONE = new TilePlaces(ImmutableMap.of(), Optional.empty());

    private static final String CREDIT = "# source:";

    /** A tile's place, counted from the left and from the top; 0 to 99. */
    public record Place(int column, int row) {
        public Place {
            checkArgument(column >= 0 && column < 100, "column must be 0 to 99: %s", column);
            checkArgument(row >= 0 && row < 100, "row must be 0 to 99: %s", row);
        }
    }

    public TilePlaces {
        requireNonNull(places, "places");
        requireNonNull(credit, "credit");
    }

    /**
     * Reads lines of {@code code,column,row}. The first line and those that begin with # are left out; one that begins with
     * {@code # source:} names the source.
     *
     * @throws IllegalArgumentException if a line is none of these, or a code has two places
     */
    public static TilePlaces parse(List<String> lines) {
        ImmutableMap.Builder<Code, Place> places = ImmutableMap.builder();
        Optional<String> credit = Optional.empty();
        boolean heading = true;
        for (String line : lines) {
            if (line.startsWith(CREDIT)) {
                credit = Optional.of(line.substring(CREDIT.length()).strip());
            } else if (!line.startsWith("#") && !line.isBlank()) {
                if (!heading) {
                    List<String> cells = Splitter.on(',').trimResults().splitToList(line);
                    checkArgument(cells.size() == 3, "not code,column,row: %s", line);
                    places.put(Code.parse(cells.get(0)), new Place(number(cells.get(1)), number(cells.get(2))));
                }
                heading = false;
            }
        }
        return new TilePlaces(places.buildOrThrow(), credit);
    }

    private static int number(String cell) {
        Integer number = Ints.tryParse(cell);
        checkArgument(number != null, "not a whole number: %s", cell);
        return number;
    }
}
