/**
 * The journal: what was changed, by whom, from what to what, and the proof of it. Changes come in through
 * {@link org.isonomia.application.journal.Recorder} and are written by {@link org.isonomia.application.journal.JournalWriter}.
 */
@NullMarked
package org.isonomia.application.journal;

import org.jspecify.annotations.NullMarked;
