/**
 * What people agree with customers, and what is said with them: promises, disputes, arrangements,
 * holds, calls, notes.
 *
 * <p>What was said comes in with the name of who says it, and each business day what was paid; what
 * stands stops reminders, and what was kept or broken is found out. Everything goes into the
 * journal, and what is refused into a {@link org.dunlin.work.dialogue.Refusal}.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.dialogue;
