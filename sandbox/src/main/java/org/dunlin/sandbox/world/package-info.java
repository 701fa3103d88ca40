/**
 * An invented creditor with its customers and banks, for the demo and for tests.
 *
 * <p>A seed and a first day come in, and the reminders that customers find in their mailboxes. Out
 * go, day by day, the files that its accounting program and its banks put into the watched folder,
 * with the disorder that real ones have, and the truth against which a hub can be judged.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.world;
