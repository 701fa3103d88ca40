/**
 * The room that measures: benchmarks that print a value, a baseline of the same run, and their
 * ratio.
 *
 * <p>Input is generated, so that a run needs no files; figures go out as one JSON line each.
 * Nothing here is a test: speed is never asserted.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench;
