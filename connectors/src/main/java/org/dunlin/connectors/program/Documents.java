package org.dunlin.connectors.program;

/**
 * How the document of an invoice is fetched.
 *
 * @param name of the file
 * @param type its media type
 */
public record Documents(RequestTemplate request, Template name, String type) {}
