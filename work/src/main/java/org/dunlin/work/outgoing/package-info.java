/**
 * Files that the hub writes for other programs.
 *
 * <p>How invoices stand comes in as it changes, and once a business day what was matched since the
 * file before. Each file becomes an effect of the outbox with its name and its words, and goes out
 * over the folder or the server that its connection names.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.outgoing;
