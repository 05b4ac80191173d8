package org.isonomia.domain.access;

/** Who may see something, from the widest circle to the narrowest. */
public enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** The organisation's people: who may read the workspace. */
    ORGANISATION,
    /** Those who lead: who may read what is confidential, and who answers for it. */
    LEADS
}
