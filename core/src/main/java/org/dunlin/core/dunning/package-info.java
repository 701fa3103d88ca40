/**
 * Decides which dunning action is due: a pure function from facts and a business date to actions.
 *
 * <p>What comes in are the company, its customers, what is open of their invoices, what was done
 * before, what holds them, and the plans. What goes out are actions, due or held with the holds
 * that hold them; no level is stored anywhere, so that running late, twice or on two nodes decides
 * the same.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.dunning;
