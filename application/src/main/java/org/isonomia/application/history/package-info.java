/**
 * What the journal tells, and how it proves it: reading, exporting and signing on somebody's behalf
 * ({@link org.isonomia.application.history.Journals}), and checking what was exported against heads that were kept
 * ({@link org.isonomia.application.history.JournalVerification}).
 */
@NullMarked
package org.isonomia.application.history;

import org.jspecify.annotations.NullMarked;
