/**
 * The accounts of customers. In come customers and a period. Out go what they owed before, what
 * changed it day by day, and what is open at the end, from what the ledger holds of them alone.
 */
@NullMarked
package org.dunlin.store.account;

import org.jspecify.annotations.NullMarked;
