package org.dunlin.console.page;

/**
 * Something that waits for a person.
 *
 * @param sentence what it is, without the count
 * @param query what must be asked of that page, beside the company
 * @param path of the page that shows it; empty where this one does
 */
public record Task(int count, String sentence, String query, String path) {}
