/**
 * Tables as files that people open in a spreadsheet and programs read.
 *
 * <p>In come the names of columns and rows of typed cells, one after the other. Out go CSV or a
 * workbook, written as the rows come, in which no text is ever a formula.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.table;
