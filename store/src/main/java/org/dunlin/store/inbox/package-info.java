/**
 * What came in, byte for byte, and what became of it.
 *
 * <p>Intake puts a delivery in as a stream; translation claims it, reads it back as a stream, and
 * ends it as applied, quarantined or poison. Raw bytes lie in chunks, partitioned by the month of
 * receipt.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.inbox;
