/**
 * The room that remembers: the only one with SQL, one store a concern, over PostgreSQL.
 *
 * <p>Facts and decisions come in as canonical records and go out the same way; every method runs
 * inside the transaction of its caller, and what it must not do twice the database itself refuses.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store;
