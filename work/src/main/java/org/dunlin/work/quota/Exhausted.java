package org.dunlin.work.quota;

import java.time.Duration;

/**
 * That nothing may be asked now.
 *
 * @param pause until the next window begins
 * @param whole whether all is used up, and not only what polls may take
 */
public record Exhausted(Duration pause, String sentence, boolean whole) {}
