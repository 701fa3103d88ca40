package org.dunlin.connectors.program;

/**
 * How one object is asked for by its key.
 *
 * @param records the list of objects in the reply
 */
public record Fetch(RequestTemplate request, Selector records) {}
