/**
 * QR codes of payments, which a banking app fills a transfer in from.
 *
 * <p>What comes in are a creditor, an amount and what to quote. What goes out is the text of the
 * code as the European Payments Council lays it down, and the picture of such a text; a payment
 * that the code cannot say has none.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.qrcode;
