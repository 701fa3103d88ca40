package org.dunlin.sandbox.program;

import java.time.Duration;

/**
 * So many requests in a window of time, which begins at multiples of its length.
 *
 * @param name such as {@code minute}
 */
public record Limit(String name, int most, Duration window) {}
