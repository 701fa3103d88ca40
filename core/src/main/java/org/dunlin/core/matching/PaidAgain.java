package org.dunlin.core.matching;

/**
 * A payment that names an invoice of its payer of which nothing is open: paid twice, or too much of
 * it. No rule applies it; it is the customer's credit until a person says otherwise.
 */
public record PaidAgain(String paymentId, String customerId, String invoiceId) {}
