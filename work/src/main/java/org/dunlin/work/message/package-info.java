/**
 * What goes along with a message: pictures in it, documents beside it, and the company's own words.
 *
 * <p>What comes in are the invoices that a message asks for, and later the message as it was
 * decided. What goes out is which documents are attached under which names, and their bytes at the
 * moment of sending or showing; the outbox holds none of them.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.message;
