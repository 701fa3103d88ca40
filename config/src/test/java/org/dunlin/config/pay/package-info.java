/**
 * The circle from a reminder to the booking of its payment, with whatever can go wrong on the way.
 *
 * <p>A hub comes in with an accounting program, a payment provider, a bank and mailboxes around it,
 * and customers who pay in a browser; what the ledger, the books and the mailboxes say in the end
 * is what is specified.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.pay;
