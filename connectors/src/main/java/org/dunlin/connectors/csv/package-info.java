/**
 * Reads CSV of banks and invoicing programs by descriptions that somebody writes once for each.
 *
 * <p>Descriptions come in as YAML, which is held against a schema, and files as a stream, held one
 * row at a time. Payments and statements, or customers and invoices go out; a bank's file that is
 * wrong anywhere is refused as a whole, and of a file that nobody described a description is
 * proposed.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.csv;
