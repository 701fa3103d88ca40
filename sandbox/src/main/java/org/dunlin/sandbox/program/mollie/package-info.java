/**
 * A payment provider as Mollie describes its own: payments with a hosted page, payment links,
 * refunds, chargebacks, a balance with fees, and settlements that are paid out.
 *
 * <p>Requests by an API key or an access token come in, and what payers do on the hosted page. Out
 * go answers of the public API, redirects back to the shop, notices of one form field, and payouts
 * for a bank to bring.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program.mollie;
