package org.dunlin.store.company;

import java.util.Map;

/**
 * One company's configured link to an outside program.
 *
 * @param program the kind of program, such as {@code folder}
 * @param settings what an admin filled in; no secrets
 */
public record Connection(
    String companyId, String id, String program, Map<String, String> settings, boolean paused) {}
