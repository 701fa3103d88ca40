/**
 * Mandates, what is collected by them, and the files with which it is.
 *
 * <p>Signatures, announcements, collections and the bank's answers come in. What may be debited,
 * what is under way and what came of it goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.debit;
