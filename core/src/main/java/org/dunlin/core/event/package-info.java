/**
 * What programs are told as it happens, and how they know that it comes from the hub.
 *
 * <p>What happened comes in by the journal's words, and a secret with the bytes that leave; the
 * kind of the event and the signature go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.event;
