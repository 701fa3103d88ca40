/**
 * Reads invoices that are a PDF with their data inside: Factur-X, ZUGFeRD 1 and 2, XRechnung in a
 * PDF.
 *
 * <p>One PDF comes in, of bounded size, and is opened for the files that it embeds; its pages are
 * not looked at. What the data in it says goes out, as its own reader reads it, with the PDF itself
 * as the invoice's first document.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.facturx;
