package org.isonomia.domain.network;

import org.isonomia.domain.kernel.Code;

/**
 * Something an organisation refers to by code in all its plans: a unit, a function, a partner, an audience, a territory.
 * Values: a changed entry replaces the old one under the same code.
 */
public sealed interface DirectoryEntry permits OrganisationalUnit, Person, Partner, Audience, Territory {

    /** The public name, unique among the organisation's entries of the same kind. */
    Code code();

    /** What people call it. */
    String label();

    /** Which directory it stands in. */
    Directory directory();

    /** The directories of an organisation. */
    enum Directory {
        UNITS,
        PEOPLE,
        PARTNERS,
        AUDIENCES,
        TERRITORIES
    }
}
