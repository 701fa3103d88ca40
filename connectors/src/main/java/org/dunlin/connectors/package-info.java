/**
 * The room that translates: what outside programs and banks write becomes canonical records.
 *
 * <p>Bytes come in as a stream; their format is recognised by what they say, never by a file's
 * name. Canonical records and problems go out to a sink, in the order of the stream; nothing here
 * opens a file, a connection or a database.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors;
