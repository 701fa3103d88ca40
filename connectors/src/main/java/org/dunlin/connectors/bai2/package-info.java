/**
 * Reads balance reports in BAI2 (Cash Management Balance Reporting Specifications, version 2).
 *
 * <p>A file comes in as a stream and is held one record at a time. Payments and, after those of
 * each account, its statement go out, or advised entries of interim groups; a file whose counts,
 * control totals or balances are wrong anywhere is refused as a whole.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.bai2;
