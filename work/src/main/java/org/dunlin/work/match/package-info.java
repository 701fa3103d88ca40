/**
 * From unallocated payments and open credit notes to allocations.
 *
 * <p>One company at a time comes in under its lease, once what it received before is read;
 * allocations, suggestions and status messages go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.match;
