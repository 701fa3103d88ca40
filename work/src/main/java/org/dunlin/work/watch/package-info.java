/**
 * The figures by which programs watch the hub.
 *
 * <p>Figures that are kept of the business and of the flows come in, read a company at a time.
 * Readings go out, each with its name and labels, of which none is a customer.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.watch;
