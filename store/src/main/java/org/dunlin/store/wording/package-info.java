/**
 * The words in which companies write to their customers.
 *
 * <p>What comes in is a company's own wording of a template in a language. What goes out is the one
 * that counts, and all that counted before with who wrote them; nothing is overwritten.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.wording;
