/**
 * Workbooks for those who collect a case.
 *
 * <p>The facts of a case come in as JSON. A workbook goes out with a sheet each for the debtor, the
 * invoices and the claims; texts are texts in it, and never formulas.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.dossier;
