package org.isonomia.adapters.http.pages;

/**
 * One of the values that can be chosen.
 *
 * @param value what is sent
 * @param label what is shown
 * @param selected whether it is chosen
 */
public record Pick(String value, String label, boolean selected) {}
