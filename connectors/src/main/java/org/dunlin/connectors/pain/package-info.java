/**
 * Direct debits and refunds as banks take them (pain.008, pain.001) and what banks answer
 * (pain.002), of ISO 20022.
 *
 * <p>A collection comes in, and the flavour of the bank that is to take it, or a refund; the file
 * goes out. Status reports come in; what became of files, batches and debits goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.pain;
