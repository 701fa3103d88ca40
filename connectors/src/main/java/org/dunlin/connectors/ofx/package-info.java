/**
 * Reads statements of bank accounts and credit cards in OFX 1 (SGML) and OFX 2 (XML).
 *
 * <p>A file comes in as a stream, is made well-formed XML where it is none, and is held one
 * transaction at a time. Payments and, after those of each account, its statement go out, which has
 * no opening balance since OFX knows none; a file that is wrong anywhere is refused as a whole.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.ofx;
