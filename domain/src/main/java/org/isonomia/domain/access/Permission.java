package org.isonomia.domain.access;

import org.isonomia.domain.kernel.Texts;

/** What somebody may be permitted to do in an organisation, or in the installation. */
public enum Permission {
    /** To read what is public; everybody may. */
    READ_PUBLIC,
    /** To read what the organisation keeps for its own people. */
    READ_WORKSPACE,
    /** To read what is for those who lead only. */
    READ_CONFIDENTIAL,
    /** To change the plan, its axes and means, what was voted of its actions and who sees them, and to import; sees all. */
    EDIT_PLAN,
    /** To follow actions up: statuses, milestones, actual dates, documents. */
    EDIT_ACTION,
    /** To change units, functions, partners, audiences and territories. */
    EDIT_DIRECTORY,
    /** To join and leave networks, to let one see a plan, and to end that. */
    SHARE_PLAN,
    /** To read who changed what in the organisation, whatever it was. */
    READ_JOURNAL,
    /** To invite people to the organisation, and to give and take their roles. */
    MANAGE_ACCESS,
    /** To add organisations, and to manage the access of all. */
    MANAGE_INSTALLATION;

    /** Its name as tokens and addresses have it: {@code edit-plan}. */
    public String word() {
        return Texts.word(this);
    }
}
