/**
 * Direct debit with the company's own bank: who may be debited, what is collected, and what came of
 * it.
 *
 * <p>Mandates come in as customers sign them or people enter them, and what is due as the ledger
 * says. Announcements to customers, files for the bank and its answers, settled or given back, go
 * out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.debit;
