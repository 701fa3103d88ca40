/**
 * Which invoices a payment settles: by what the payer quotes, gated by the amount; and a credit
 * note: those that it names.
 *
 * <p>The open documents, unallocated payments, customers and past refusals of one company come in.
 * What goes out are allocation lines, applied automatically only when the evidence names one answer
 * and suggested to a person otherwise; the same facts always give the same lines.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.matching;
