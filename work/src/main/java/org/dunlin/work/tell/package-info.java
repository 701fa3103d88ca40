/**
 * What the hub tells the program that an invoice is from.
 *
 * <p>An allocation, a reminder, a payment link or another standing of an invoice comes in, within
 * the transaction that decided it. An effect of the outbox goes out: a status file for a folder, a
 * write-back for a program that can take it, nothing for all others.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.tell;
