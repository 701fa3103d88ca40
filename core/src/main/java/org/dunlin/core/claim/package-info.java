/**
 * Reckons what is owed beside the principal of a debt that is late: statutory interest day by day,
 * fixed sums, costs of collection, and what was agreed.
 *
 * <p>What comes in are the facts of a debt, a date, and rates; laws and carried rates are dated,
 * cited data files beside the code. What goes out are claims with their law and source, notes on
 * what is not owed yet and why, and a problem for each rate that is missing, since none is guessed.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.claim;
