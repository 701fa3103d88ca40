package org.dunlin.sandbox.world;

import org.joda.money.Money;

/**
 * An amount of a payment, or of a credit note, for an invoice.
 *
 * @param reference the bank's reference of the payment, its end-to-end id where that is unique, or
 *     the number of the credit note
 */
public record Settlement(String reference, String invoiceNumber, Money amount) {}
