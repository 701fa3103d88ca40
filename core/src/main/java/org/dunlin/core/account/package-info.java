/**
 * A customer's account: what was invoiced, credited and paid in a period, what is open at its end,
 * and by how long it is overdue. In come balances and movements of each currency. Out go running
 * balances and ageing, which always add up.
 */
@NullMarked
package org.dunlin.core.account;

import org.jspecify.annotations.NullMarked;
