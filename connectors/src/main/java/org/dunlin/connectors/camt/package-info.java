/**
 * Reads bank statements in ISO 20022 camt.053, versions 001.02 to 001.14, which are read alike.
 *
 * <p>A file comes in as a stream and is held one booking at a time, of a long batch only its first
 * transactions. Payments and, after those of each statement, the statement go out; a file whose
 * balances do not tie out or that is wrong anywhere is refused as a whole.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.camt;
