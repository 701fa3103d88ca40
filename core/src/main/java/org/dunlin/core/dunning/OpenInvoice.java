package org.dunlin.core.dunning;

import org.dunlin.core.model.Invoice;
import org.joda.money.Money;

/**
 * An invoice with what is open of it: what the source says is unpaid less what the hub allocated
 * and the source has not shown yet. Zero and less are allowed and not dunned; credit notes are left
 * out by the caller.
 */
public record OpenInvoice(Invoice invoice, Money open) {}
