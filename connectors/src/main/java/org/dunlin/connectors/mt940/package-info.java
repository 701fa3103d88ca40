/**
 * Reads bank statements in SWIFT MT940, in the dialects of banks.
 *
 * <p>A file comes in as a stream and is held one entry at a time. Payments and, after those of each
 * statement, the statement go out; a file whose balances do not tie out or that is wrong anywhere
 * is refused as a whole.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.mt940;
