package org.dunlin.core.matching;

/**
 * A person un-applied this pair or said that it does not belong together: no rule proposes it
 * again, and whatever else a rule finds for this payment is left to a person.
 *
 * @param paymentId the id of a payment, or of a credit note
 */
public record Refusal(String paymentId, String invoiceId) {}
