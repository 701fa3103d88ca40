/**
 * Workbooks for those who collect a case, and the files in which they say what became of it.
 *
 * <p>The facts of a case come in as JSON, and lists of statuses as CSV or JSON Lines. A workbook
 * goes out with a sheet each for the debtor, the invoices and the claims, in which texts are texts
 * and never formulas; and what a list says of each case, line by line, with what is wrong in it.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.dossier;
