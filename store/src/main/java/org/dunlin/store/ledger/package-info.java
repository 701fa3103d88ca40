/**
 * The canonical truth: customers, documents, statements, payments and what is allocated to what.
 *
 * <p>Translation upserts by source id and intake sequence, matching claims amounts by conditional
 * update; views for matching, dunning and the console come out. What is owed by due date and
 * customer is kept in the same transaction by triggers (migration 8), not by these classes: a
 * migration, a restore or a later class that writes a row keeps it, too, and what a transaction
 * touched is counted once, as it commits, with its rows locked in one order and for no longer than
 * that.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.ledger;
