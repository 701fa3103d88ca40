/**
 * How soon a payment that a provider tells of is known to be one.
 *
 * <p>A hub comes in with a simulated accounting program and a simulated provider at its sides, and
 * notices at a steady pace; how long it took from each notice until the payment was known and
 * settled its invoice goes out, beside a bare receiver of the same notices.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench.pay;
