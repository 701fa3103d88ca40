package org.dunlin.connectors.program.authorise;

/** A value that a setting may take, and what people call it. */
public record Choice(String value, String label) {}
