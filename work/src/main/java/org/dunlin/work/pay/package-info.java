/**
 * Getting paid: links at which invoices are paid, and attempts to pay at a company's provider.
 *
 * <p>What is to be paid, what a payer does and what a provider says of it come in; out go the
 * addresses at which payers pay, and what became of each attempt.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.pay;
