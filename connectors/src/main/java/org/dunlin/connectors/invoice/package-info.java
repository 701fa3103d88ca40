/**
 * What an e-invoice means, whatever syntax it is written in: the business terms of EN 16931 (BT-1
 * …) become the canonical customer and invoice.
 *
 * <p>A reader of a syntax hands in the terms as far as the document gives them, with the places
 * where they stand. A customer and an invoice go out, or a problem in their place; two documents
 * that say the same in two syntaxes give equal records.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.invoice;
