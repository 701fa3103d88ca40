/**
 * Lets customers pay what they owe by a link.
 *
 * <p>Invoices come in, and what providers say of attempts to pay; signed addresses come in from
 * outside. Payment links, what became of them, and where a payer goes to pay go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.pay;
