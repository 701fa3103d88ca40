/**
 * Telling programs what happens.
 *
 * <p>An address that somebody gives comes in, and what the journal notes; effects of the outbox
 * that tell it go out, signed, until they are taken.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.event;
