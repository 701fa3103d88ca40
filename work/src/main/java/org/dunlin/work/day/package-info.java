/**
 * The business day: whether its work is done, and what is next.
 *
 * <p>Asked by sweeps, the demo and tests; a new business date goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.day;
