/**
 * The command {@code dunlin bench}, and the shape of what it runs.
 *
 * <p>Benchmarks come in from the room {@code bench}, which lies on the class path only where this
 * command is called from a checkout. One line of JSON goes out for the one that was named.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.bench;
