package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.network.Organisation;

/**
 * What every page has around its content.
 *
 * @param words the words of its language
 * @param title its title
 * @param path its address without the language, with its query
 * @param links the plan it is of
 * @param organisation whose plan that is
 * @param section which entry of the navigation it belongs to
 * @param crumbs the way to it
 * @param visitor who looks at it
 * @param illustration whether it shows invented follow-up
 * @param asOf the moment it was made
 */
public record Frame(
        Words words,
        String title,
        String path,
        Optional<Links> links,
        Optional<Organisation> organisation,
        String section,
        ImmutableList<Crumb> crumbs,
        Visitor visitor,
        boolean illustration,
        String asOf) {

    /** The same address in the other language. */
    public String otherLanguage() {
        return "/" + words.other().lang() + (path.equals("/") ? "" : path);
    }

    /** The address of one of the pages that belong to no plan. */
    public String page(String name) {
        return "/" + words.lang() + "/" + name;
    }

    /** The home page. */
    public String home() {
        return "/" + words.lang();
    }

    /** The language the plan is written in. */
    public String planLanguage() {
        return organisation.map(known -> known.language().getLanguage()).orElse(words.lang());
    }
}
