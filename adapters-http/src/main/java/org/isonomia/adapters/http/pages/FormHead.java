package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;

/**
 * What every form about an action has.
 *
 * @param code the action's code
 * @param title the action's title
 * @param action where the form is sent
 * @param cancel where to go without saving
 * @param version the version of the action the form was made from
 * @param tabs the forms about the action
 */
public record FormHead(String code, String title, String action, String cancel, int version, ImmutableList<Tab> tabs) {

    /** One of the forms about an action. */
    public record Tab(String label, String href, boolean current) {}
}
