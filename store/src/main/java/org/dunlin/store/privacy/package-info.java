/**
 * What belongs to one customer, how it is taken away for good, and how long content is kept.
 *
 * <p>A customer or a date comes in; what is the customer's goes out, or is overwritten in the
 * caller's transaction so that the books stay as they are and the person is gone.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.privacy;
