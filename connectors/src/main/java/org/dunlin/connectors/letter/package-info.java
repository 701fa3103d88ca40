/**
 * Draws letters on sheets of A4: the address where the envelope has its window, the text, tables,
 * and how to pay, with a QR code or the Swiss payment part.
 *
 * <p>A letter comes in as its words, with the picture of the company's logo. A PDF goes out whose
 * fonts are in it; the same letter always makes the same bytes.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.letter;
