/**
 * What the hub writes into a program: payments, notes, payment links, what became of an invoice,
 * and texts for a phone.
 *
 * <p>An effect with all that it is about comes in, as JSON, and the answers to what was asked. The
 * question whether it is there already, the request that writes it, and the id of what was made go
 * out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.effect;
