/**
 * Accepting what comes in.
 *
 * <p>Bytes come in as a stream with the name of their connection; once accepted they are in the
 * inbox for good, and only then may the source forget them.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.intake;
