/**
 * Proves that the hub's memory does not grow with what comes in.
 *
 * <p>A bank statement as large as the specification asks for lies in the watched folder of a hub in
 * a process of its own with a small heap; what its ledger holds at the end is told and checked.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.large;
