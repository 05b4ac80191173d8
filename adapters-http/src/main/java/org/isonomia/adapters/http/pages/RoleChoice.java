package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;

/**
 * A role that can be given.
 *
 * @param word how it is sent
 * @param label how it is called
 * @param scopes the fields for the codes that it is held for
 */
public record RoleChoice(String word, String label, ImmutableList<Badge> scopes) {}
