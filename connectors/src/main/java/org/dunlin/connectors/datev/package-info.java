/**
 * Writes what the hub matched for DATEV, as a Buchungsstapel in DATEV-Format (EXTF 700, category
 * 21, version 9).
 *
 * <p>Payments with their allocations and adjustments come in, and the ledger accounts that a
 * company has for banks, debtors and differences. Postings and, of them, the bytes of a file go
 * out; what has no account becomes a problem in place of a posting.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.datev;
