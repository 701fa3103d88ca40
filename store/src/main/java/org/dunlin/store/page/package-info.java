/**
 * Long lists, a page at a time.
 *
 * <p>A list is read from where the page before it ended, by the columns that it is ordered by, so
 * that the hundredth page takes no longer than the first and nothing is shown twice because
 * something came meanwhile. What a reader was given as the place comes in again; it is opaque to
 * them and hostile to us.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.page;
