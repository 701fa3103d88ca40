/**
 * Reads invoices in the Cross Industry Invoice of UN/CEFACT (D16B) as EN 16931, XRechnung and
 * Factur-X use it, and in the one of ZUGFeRD 1 before it, alone or in a Peppol envelope.
 *
 * <p>One document comes in as a stream; its attachments and lines are passed over. A customer and
 * an invoice go out, equal to those of a UBL document that says the same, or a problem in their
 * place.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.cii;
