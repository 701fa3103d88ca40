package org.dunlin.store.ledger;

import java.util.UUID;
import org.dunlin.core.model.Invoice;

/**
 * A document that may be new.
 *
 * @param origin the delivery, at the object that says it
 * @param said by its source
 * @param customerId the ledger's
 */
public record NewInvoice(Origin origin, Invoice said, UUID customerId) {}
