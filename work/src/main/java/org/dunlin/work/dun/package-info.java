/**
 * From overdue invoices to messages.
 *
 * <p>One company and its business date come in under the company's lease; decided actions and their
 * messages go into the outbox, and what is held stays with its reason.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.dun;
