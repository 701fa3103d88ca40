/**
 * Everything that the hub keeps, a page at a time, for programs.
 *
 * <p>A company, filters and a place in a list come in; records come out, in the order in which they
 * were made, or in the order in which they changed, so that a program that comes back finds what is
 * new and misses nothing. What is sealed is opened with the keys of its customers.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.record;
