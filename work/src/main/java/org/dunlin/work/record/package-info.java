/**
 * The JSON forms of what the hub keeps beside the canonical records.
 *
 * <p>Messages, deliveries, connections and rows of the journal come in as the store gives them; one
 * JSON object each goes out, for the API and for a customer's file.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.record;
