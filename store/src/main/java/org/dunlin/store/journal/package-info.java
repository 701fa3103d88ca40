/**
 * The appended record of everything that happened to a customer, an invoice or a payment.
 *
 * <p>Use cases append in the transaction of the fact; timelines and checks read.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.journal;
