/**
 * Reads what banks tell of accounts in ISO 20022: statements (camt.053), interim reports (camt.052)
 * and notifications of debits and credits (camt.054), in all versions up to 001.14.
 *
 * <p>A file comes in as a stream and is held one booking at a time, of a long batch only its first
 * transactions. Payments go out and after those of each statement the statement, while those of
 * reports and notifications are said to be advised; a file whose balances do not tie out or that is
 * wrong anywhere is refused as a whole.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.camt;
