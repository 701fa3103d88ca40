/**
 * What the hub's work needs from outside its own walls, as interfaces: the room of routes
 * implements them and the room of configuration wires them.
 *
 * <p>Values come in that say what is to happen; what happened comes out as a return or as one of
 * the typed exceptions, which say whether anything has left the hub.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.port;
