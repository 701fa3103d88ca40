/**
 * From invoices and their payments to what is owed beside them.
 *
 * <p>What comes in are a company, a day, and a customer or the invoices of a message. What goes out
 * is the computation of {@code core.claim} over their facts with what was said of it before, and
 * what a message charges or announces, kept with its action as proof.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.claim;
