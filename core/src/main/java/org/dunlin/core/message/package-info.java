/**
 * Words a reminder: the message that a customer gets for a dunning step.
 *
 * <p>What comes in are the facts of one reminder as values: who asks, who owes, which invoices, how
 * to pay. What goes out is a subject with the same message as plain text and as HTML; nothing is
 * sent here.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.message;
