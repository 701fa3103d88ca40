/**
 * How good and how fast matching is: over invented books and payments of which the truth is known.
 *
 * <p>A seed goes in; from it come customers, documents and payments in all situations that people
 * bring about, in several languages and ways of numbering. Rates and speeds go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench.match;
