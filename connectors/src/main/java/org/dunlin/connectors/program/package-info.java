/**
 * Programs that are folders: a manifest says how a program is asked, mappings say what its answers
 * mean.
 *
 * <p>Folders, settings and the bytes of replies come in. Programs or the faults of their folders,
 * requests, and canonical records go out; nothing here sends a request or remembers anything.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program;
