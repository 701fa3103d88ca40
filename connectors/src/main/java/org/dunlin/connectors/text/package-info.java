/**
 * Reads files of lines.
 *
 * <p>Bytes come in as a stream. Lines go out one at a time with their number, whatever ends them
 * and in whatever encoding they are, which is decided from what stands there.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.text;
