/**
 * Reads invoices and credit notes in UBL 2 as EN 16931, Peppol BIS Billing 3, NLCIUS and XRechnung
 * use it, alone or in a Peppol envelope.
 *
 * <p>One document comes in as a stream; its attachments and lines are passed over. A customer and
 * an invoice go out, or a problem in their place: a document is never half read.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.ubl;
