/**
 * Reads Italian invoices (FatturaPA: FPA12, FPR12 and the simplified FSM10), signed or not.
 *
 * <p>One file comes in as a stream: parties, and one document or several that they share; lines are
 * passed over. A customer and an invoice go out for each document, or a problem in their place.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.fatturapa;
