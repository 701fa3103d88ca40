/**
 * What a customer may ask for, and what the hub owes everyone: to hand out what it keeps, to forget
 * it, and to keep nothing longer than needed.
 *
 * <p>A customer, or the turn of the day, comes in; a ZIP file goes out, or the person is taken out
 * of the books in one transaction while every amount stays. A request that cannot be met yet is
 * refused with a sentence.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.privacy;
