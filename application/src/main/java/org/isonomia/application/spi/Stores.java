package org.isonomia.application.spi;

/** The stores of one organisation within one unit of work. */
public interface Stores {

    /** The organisations of the installation, as part of this unit of work: what is put here is undone with the rest. */
    OrganisationRepository organisations();

    /** The organisation's plans. */
    PlanRepository plans();

    /** The actions of its plans. */
    ActionRepository actions();

    /** The entries its plans refer to. */
    DirectoryRepository directory();

    /** What screens ask. */
    PlanSearch search();

    /** Its part in networks. */
    NetworkRepository network();

    /** The journal. */
    JournalRepository journal();

    /** The answers to requests that name a key. */
    AnswerRepository answers();
}
