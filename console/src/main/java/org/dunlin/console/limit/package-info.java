/**
 * How often somebody may ask.
 *
 * <p>Who asks comes in, by an address or a token; whether they may do so now, how often still, and
 * when the count begins anew go out. Each process counts for itself, and only so many at a time.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.limit;
