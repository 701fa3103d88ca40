/**
 * What simulated accounting programs have in common: an HTTP server on loopback with limits,
 * authorisation, notices to others, and trouble on demand.
 *
 * <p>Requests of a hub come in, and what a test or the demonstration wants to go wrong. Out go
 * answers and notices in the manner of the vendor, which a package of its own knows for each, and
 * the record of what was asked.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program;
