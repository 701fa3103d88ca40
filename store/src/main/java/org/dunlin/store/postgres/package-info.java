/**
 * Keeps a PostgreSQL of the hub's own running when no database is configured. In comes a data
 * directory. Out comes a durable, checked server on the loopback interface, with what is needed to
 * connect to it, or one plain sentence that says why there is none and what to do.
 */
@NullMarked
package org.dunlin.store.postgres;

import org.jspecify.annotations.NullMarked;
