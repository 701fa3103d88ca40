/**
 * From bytes to the ledger.
 *
 * <p>A claimed delivery comes in; its canonical records go into the ledger with their journal in
 * one transaction, or it is quarantined with its reason.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.translate;
