package org.isonomia.application.reference;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.isonomia.domain.kernel.Code;

/**
 * The prohibited criteria (grounds) and the domains, by code. The shipped lists name the legal source of each entry (code
 * pénal art. 225-1, loi n° 2008-496, code du travail art. L1132-1).
 *
 * @param criteria the criteria
 * @param domains the domains
 */
public record ReferenceData(ImmutableMap<Code, Name> criteria, ImmutableMap<Code, Name> domains) {

    /** A name in two languages. */
    public record Name(String french, String english) {

        /** The name in a language; French unless English is asked for. */
        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? english : french;
        }
    }

    public ReferenceData {
        requireNonNull(criteria, "criteria");
        requireNonNull(domains, "domains");
    }

    /** The lists that come with the product. */
    public static ReferenceData shipped() {
        return new ReferenceData(read("criteria.csv"), read("domains.csv"));
    }

    private static ImmutableMap<Code, Name> read(String file) {
        ImmutableMap.Builder<Code, Name> names = ImmutableMap.builder();
        for (String line : Splitter.on('\n').omitEmptyStrings().split(text(file))) {
            List<String> cells = Splitter.on(';').trimResults().splitToList(line);
            if (!line.startsWith("#") && !cells.getFirst().equals("code")) {
                names.put(Code.parse(cells.getFirst()), new Name(cells.get(1), cells.get(2)));
            }
        }
        return names.buildOrThrow();
    }

    private static String text(String file) {
        try (InputStream in = ReferenceData.class.getResourceAsStream("/org/isonomia/reference/" + file)) {
            return new String(requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
