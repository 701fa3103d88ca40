/**
 * The canonical truth: customers, documents, statements, payments and what is allocated to what.
 *
 * <p>Translation upserts by source id and intake sequence, matching claims amounts by conditional
 * update; views for matching, dunning and the console come out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.ledger;
