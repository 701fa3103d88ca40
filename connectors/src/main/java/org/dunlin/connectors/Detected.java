package org.dunlin.connectors;

/**
 * What a file is, and who reads it.
 *
 * @param name of the format, as it is kept with a delivery
 * @param description what a person calls it
 */
public record Detected(String name, String description, Translator translator) {}
