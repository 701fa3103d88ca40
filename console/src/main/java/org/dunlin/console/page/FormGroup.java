package org.dunlin.console.page;

import java.util.List;

/**
 * Fields of a form that belong together.
 *
 * @param key of the sentence that is their heading
 */
public record FormGroup(String key, List<FormField> fields) {}
