package org.dunlin.store.ledger;

import java.util.UUID;
import org.dunlin.core.model.Invoice;

/**
 * A source that has an invoice, beside the one whose figures are the invoice's.
 *
 * @param invoiceId the invoice that it is
 * @param customerId the customer of its own connection
 * @param said what it says
 */
public record FurtherSource(
    String companyId,
    String connectionId,
    String sourceId,
    UUID invoiceId,
    UUID customerId,
    Version version,
    Invoice said) {}
