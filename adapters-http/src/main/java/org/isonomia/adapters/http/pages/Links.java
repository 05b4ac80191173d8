package org.isonomia.adapters.http.pages;

import static java.util.Objects.requireNonNull;

import com.google.common.net.UrlEscapers;
import org.isonomia.application.document.Fields;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;

/**
 * The addresses of a plan's pages in one language.
 *
 * @param lang {@code fr} or {@code en}
 * @param key which plan
 */
public record Links(String lang, PlanKey key) {
    public Links {
        requireNonNull(lang, "lang");
        requireNonNull(key, "key");
    }

    /** The plan at a glance. */
    public String plan() {
        return "/" + lang + path();
    }

    /** The plan's address without its language. */
    public String path() {
        return "/" + key.organisation() + "/" + key.plan();
    }

    /** An axis. */
    public String axis(Code axis) {
        return plan() + "/axes/" + axis;
    }

    /** The list of actions. */
    public String actions() {
        return plan() + "/actions";
    }

    /** The actions of an axis. */
    public String actionsIn(Code axis) {
        return actions() + "?axis=" + axis;
    }

    /** The actions with a status. */
    public String actions(DeclaredStatus status) {
        return actions() + "?status=" + wire(status);
    }

    /** The actions that stand so. */
    public String actions(Health.State health) {
        return actions() + "?health=" + wire(health);
    }

    /** The actions that name a territory. */
    public String actionsFor(Code territory) {
        return actions() + "?territory=" + territory;
    }

    /** An action. */
    public String action(Code action) {
        return plan() + "/actions/" + action;
    }

    /** A form to change an action. */
    public String edit(Code action, String section) {
        return action(action) + "/edit/" + section;
    }

    /** What was changed of an action, for whoever may read the journal. */
    public String changes(Code action) {
        return "/" + lang + "/" + key.organisation() + "/journal?subject=" + escape(subject(action));
    }

    /** What the journal calls an action. */
    String subject(Code action) {
        return "action/" + key.plan() + "/" + action;
    }

    /** The network of territories. */
    public String network() {
        return plan() + "/network";
    }

    /** The timeline. */
    public String timeline() {
        return plan() + "/timeline";
    }

    /** The plan as a file. */
    public String file(String extension) {
        return "/api/v1/organisations/" + key.organisation() + "/plans/" + key.plan() + "/export." + extension;
    }

    /** How addresses write a constant. */
    public static String wire(Enum<?> value) {
        return Fields.wordOf(value);
    }

    static String escape(String value) {
        return UrlEscapers.urlFormParameterEscaper().escape(value);
    }
}
