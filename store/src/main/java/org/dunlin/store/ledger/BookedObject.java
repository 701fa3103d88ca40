package org.dunlin.store.ledger;

/**
 * An object of a program that says what was booked, and what settles what.
 *
 * @param stream that brought it
 * @param key of the object within the stream
 */
public record BookedObject(String stream, String key) {}
