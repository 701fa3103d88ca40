/**
 * The words of the hub: one record for each term of the canonical model.
 *
 * <p>Readers and programs make these records from outside facts; the store keeps them; matching and
 * dunning decide over them. A value that the source does not give is null or an empty list, never a
 * guess, and every amount is a {@link org.joda.money.Money} with its currency.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.model;
