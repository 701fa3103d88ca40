package org.dunlin.console.page;

/**
 * Something that waits for a person.
 *
 * @param sentence what it is, without the count
 * @param query what must be asked of the page to see it, beside the company
 * @param anchor the section that shows it
 */
public record Task(int count, String sentence, String query, String anchor) {}
