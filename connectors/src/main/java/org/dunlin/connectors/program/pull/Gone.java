package org.dunlin.connectors.program.pull;

/**
 * An object that the program says is no longer there.
 *
 * @param stream to which the object belonged
 */
public record Gone(String stream, String key) {}
