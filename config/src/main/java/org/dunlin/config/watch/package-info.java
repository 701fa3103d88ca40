/**
 * How other programs watch the hub: metrics, health, logs and traces.
 *
 * <p>Readings, the steps of the work and what is logged come in. Metrics and health go out on a
 * listener of their own, log lines without secrets on standard error, and traces to a collector,
 * each only where the settings ask for it.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.watch;
