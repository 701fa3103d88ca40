/**
 * Holds what a program itself says that its customers owe against the ledger, once a business day.
 *
 * <p>A connection that was read and is well comes in. Out comes a run: that both tie out, by which
 * customers they differ and why, or why it cannot tell.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.tieout;
