/**
 * What programs themselves say that their customers owe, held against the ledger.
 *
 * <p>Rows of a reading and what became of it come in. Both sides by customer, what is known of
 * their difference, and the runs with their results go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.tieout;
