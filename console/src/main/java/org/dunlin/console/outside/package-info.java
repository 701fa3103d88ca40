/**
 * What the world outside may reach: a listener of its own, apart from the console and the API.
 *
 * <p>What programs push to a connection's hook comes in and goes the way of every file. Nothing
 * else is answered, since nothing else is in the server that listens there.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.outside;
