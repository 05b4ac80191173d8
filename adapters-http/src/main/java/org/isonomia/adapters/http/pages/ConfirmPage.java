package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;

/**
 * The form by which somebody proves again who they are before a sensitive act.
 *
 * @param frame what is around it
 * @param action where it is sent
 * @param fields what is sent along: what they asked for
 * @param code whether a code is asked for beside the password
 * @param typed what is wrong with what was typed
 */
public record ConfirmPage(Frame frame, String action, ImmutableList<Badge> fields, boolean code, Typed typed) {}
