/**
 * How fast the inbox takes what comes in.
 *
 * <p>Clients bring invoices in, through the route that every road takes, and as bare rows beside
 * it; how many were taken in a second goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench.intake;
