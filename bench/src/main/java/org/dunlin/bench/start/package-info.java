/**
 * How long a start takes: the hub beside the emptiest program of its kind.
 *
 * <p>The class path of this Java machine comes in and is shared out between the two; how long each
 * took, from its process's birth to its word that it is ready, goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench.start;
