package org.dunlin.console.page;

/**
 * Something that waits for a person.
 *
 * @param sentence what it is and how often, in the reader's language
 * @param address where the work is done
 */
public record Task(String sentence, String address) {}
