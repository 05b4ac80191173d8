package org.isonomia.adapters.http.pages;

/**
 * A small link: a filter that can be taken away, a file that can be had.
 *
 * @param label what it says
 * @param href where it leads
 */
public record Badge(String label, String href) {}
