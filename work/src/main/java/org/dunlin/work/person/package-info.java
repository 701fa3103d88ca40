/**
 * What people decide: replay, release, resolve, switch, stop.
 *
 * <p>The name of the person comes in with the decision; both go into the journal.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.person;
