/**
 * Reads bank statements in CODA, version 2, of Belgian banks (Febelfin, coded statement of
 * account).
 *
 * <p>A file comes in as a stream and is held one entry at a time, of a long batch only its first
 * details. Payments and, after those of each statement, the statement go out; a file whose balances
 * do not tie out or that is wrong anywhere is refused as a whole.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.coda;
