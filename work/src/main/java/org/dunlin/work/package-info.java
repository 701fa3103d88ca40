/**
 * The room that carries out: one class a use case, each with its transactions.
 *
 * <p>Routes and the console call; each use case gathers facts from the store, lets core decide, and
 * records the decision. Whatever must happen together happens in one transaction, and no
 * transaction is open while something leaves the hub.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work;
