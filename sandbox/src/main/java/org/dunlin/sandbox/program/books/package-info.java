/**
 * The books of a simulated accounting program: contacts, invoices, credit notes, payments, deposits
 * and what of them settles which invoice, in memory.
 *
 * <p>What a bookkeeper, a person or a caller of the program does comes in. Out go the records with
 * versions that grow with every change, the sums that follow from them, and a word to whoever
 * listens that something changed.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program.books;
