package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import java.security.SecureRandom;
import java.util.Optional;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Plan;

/**
 * What every page has around its content.
 *
 * @param words the words of its language
 * @param title its title
 * @param path its address without the language, with its query
 * @param owner the plan it is of
 * @param section which entry of the navigation it belongs to
 * @param crumbs the way to it
 * @param visitor who looks at it
 * @param imprint who answers for it
 * @param asOf the moment it was made
 */
public record Frame(
        Words words,
        String title,
        String path,
        Optional<Owner> owner,
        String section,
        ImmutableList<Crumb> crumbs,
        Visitor visitor,
        Imprint imprint,
        String asOf) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * The plan a page is of.
     *
     * @param links the addresses of its pages
     * @param organisation whose plan it is
     * @param plan the plan
     */
    public record Owner(Links links, Organisation organisation, Plan plan) {}

    /** The addresses of the plan's pages. */
    public Optional<Links> links() {
        return owner.map(Owner::links);
    }

    /** Whose plan it is. */
    public Optional<Organisation> organisation() {
        return owner.map(Owner::organisation);
    }

    /** Whether the page shows invented follow-up. */
    public boolean illustration() {
        return owner.map(known -> known.plan().content().profile().illustration())
                .orElse(false);
    }

    /** The same address in the other language. */
    public String otherLanguage() {
        return "/" + words.other().lang() + (path.equals("/") ? "" : path);
    }

    /** Whether who looks at the page may follow up actions of the plan. */
    public boolean edits() {
        return may(Permission.EDIT_ACTION);
    }

    /** Whether who looks at the page may read who changed what. */
    public boolean readsJournal() {
        return may(Permission.READ_JOURNAL);
    }

    /** Where who looks at the page manages access; empty if they do not. */
    public Optional<String> members() {
        return organisation()
                .filter(known -> visitor.managesAccess(known.id()))
                .map(known -> page(known.code() + "/members"));
    }

    private boolean may(Permission permission) {
        return organisation()
                .map(known ->
                        !Policy.reach(visitor.actor(), permission, known.id()).isNothing())
                .orElse(false);
    }

    /** The address of one of the pages that belong to no plan. */
    public String page(String name) {
        return "/" + words.lang() + "/" + name;
    }

    /** The home page. */
    public String home() {
        return "/" + words.lang();
    }

    /** A key with which a form happens once, a new one each time it is asked for: 128 random bits. */
    public String once() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return BaseEncoding.base64Url().omitPadding().encode(bits);
    }

    /** The language the plan is written in. */
    public String planLanguage() {
        return organisation().map(known -> known.language().getLanguage()).orElse(words.lang());
    }
}
