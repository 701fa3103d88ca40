/**
 * Reading what programs have: pages of their streams, single objects that are wanted, and sweeps.
 *
 * <p>A connection that is due comes in; a few pages of it become deliveries in the inbox, each in
 * one transaction with where its stream goes on, and the connection goes behind all others that are
 * due. What is missing at the source is told to the ledger.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.pull;
