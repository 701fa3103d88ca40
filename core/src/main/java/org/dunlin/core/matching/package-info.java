/**
 * Which invoices a payment settles: by what the payer quotes, who the payer is and what the amount
 * can be made up of; and a credit note: those that it names. {@link
 * org.dunlin.core.matching.LedgerView} is the books as they are searched, {@code Tiers} the order
 * in which evidence is asked, {@link org.dunlin.core.matching.Matcher} what decides and takes.
 *
 * <p>The documents, customers, booked payments and past refusals of one company come in, then its
 * unallocated payments in booking order. What goes out are allocation lines and adjustments,
 * applied automatically only when the evidence names one answer and suggested to a person
 * otherwise; the same facts always give the same lines.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.matching;
