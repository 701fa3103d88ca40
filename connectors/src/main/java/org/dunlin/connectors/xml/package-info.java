/**
 * Reads untrusted XML as a stream: no document type, no external entities, limits on everything.
 *
 * <p>Bytes come in. What goes out is a cursor over elements and, for parts small enough to hold,
 * elements with their text, their children and the line where each begins, so that a problem can
 * name its place.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.xml;
