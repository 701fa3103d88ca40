/**
 * People who may sign in, their roles, and what belongs to no company in the journal.
 *
 * <p>Names, hashes and roles come in; who may do what goes out, and with which version of it.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.people;
