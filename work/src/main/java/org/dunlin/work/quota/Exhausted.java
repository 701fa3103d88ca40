package org.dunlin.work.quota;

import java.time.Duration;

/**
 * That nothing may be asked now.
 *
 * @param wait until the next window begins
 * @param whole whether all is used up, and not only what polls may take
 */
public record Exhausted(Duration wait, String sentence, boolean whole) {}
