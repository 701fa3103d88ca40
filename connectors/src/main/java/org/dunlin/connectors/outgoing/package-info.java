/**
 * Writes files for bookkeeping programs: matched payments, and how invoices stand, as CSV.
 *
 * <p>Canonical records come in, with a description of columns that somebody wrote for the program
 * that reads the file. The line of names and the lines of the file go out, safe against being taken
 * for formulas.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.outgoing;
