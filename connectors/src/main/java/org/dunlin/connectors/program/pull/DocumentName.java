package org.dunlin.connectors.program.pull;

/**
 * What a fetched document is called.
 *
 * @param file its name
 * @param type its media type
 */
public record DocumentName(String file, String type) {}
