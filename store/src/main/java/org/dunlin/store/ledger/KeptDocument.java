package org.dunlin.store.ledger;

import java.util.UUID;
import org.dunlin.core.model.Attachment;

/**
 * A document that an invoice brought along.
 *
 * @param deliveryId what brought it
 * @param bytes its length; 0 of a link
 */
public record KeptDocument(
    UUID id, UUID invoiceId, UUID deliveryId, Attachment attachment, long bytes) {}
