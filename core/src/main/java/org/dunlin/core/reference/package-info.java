/**
 * References that a payer quotes and that prove themselves by check digits.
 *
 * <p>A text comes in as a person or a bank wrote it. What goes out is its normal form, whether its
 * check digits hold, or a new reference for an invoice.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.reference;
