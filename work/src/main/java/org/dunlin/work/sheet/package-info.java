/**
 * Tables of any layout that people bring, such as a first stock of customers and open invoices.
 *
 * <p>A file comes in and waits in the inbox until somebody says what its columns mean; what they
 * seem to mean is proposed. What would become of it goes out, and then the delivery itself, read by
 * what was said; at the end the file is held against the ledger.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.sheet;
