/**
 * What claims rest on, and what was said of them.
 *
 * <p>What comes in are a company's terms and rates, and the computation that stands in a message.
 * What goes out are what was settled of invoices with its days, what a customer owes, and what was
 * announced or charged before.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.claim;
