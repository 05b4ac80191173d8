package org.isonomia.bootstrap;

import com.google.common.base.Ascii;
import com.google.common.base.Enums;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.http.pages.Imprint;
import org.isonomia.adapters.http.pages.Imprint.Conformity;
import org.isonomia.adapters.http.pages.TilePlaces;

/**
 * Reads what an installation says of itself on its pages.
 *
 * @param config the settings
 * @param wrong where what is wrong with them is noted
 */
record PageReader(Config config, List<String> wrong) {

    Imprint imprint() {
        String level = config.getString("pages.conformity");
        com.google.common.base.Optional<Conformity> conformity =
                Enums.getIfPresent(Conformity.class, Ascii.toUpperCase(level));
        if (!conformity.isPresent()) {
            wrong.add("isonomia.pages.conformity must be none, partial or full, is " + level);
            return Imprint.EMPTY;
        }
        if (conformity.get() != Conformity.NONE && text("audit").isEmpty()) {
            wrong.add("isonomia.pages.conformity is " + level + ": isonomia.pages.audit must say who found that out");
            return Imprint.EMPTY;
        }
        return new Imprint(
                text("publisher"), text("director"), text("host"), text("contact"), conformity.get(), text("audit"));
    }

    Optional<TilePlaces> map() {
        return text("map").flatMap(this::map);
    }

    private Optional<TilePlaces> map(String file) {
        try {
            return Optional.of(TilePlaces.parse(Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            wrong.add("isonomia.pages.map cannot be read: " + file);
        } catch (IllegalArgumentException e) {
            wrong.add("isonomia.pages.map, " + file + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<String> text(String key) {
        try {
            return Optional.of(config.getString("pages." + key).strip()).filter(text -> !text.isEmpty());
        } catch (ConfigException e) {
            wrong.add("isonomia.pages." + key + " must be a text");
            return Optional.empty();
        }
    }
}
