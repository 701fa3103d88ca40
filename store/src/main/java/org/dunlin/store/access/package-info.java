/**
 * Which programs may call the hub.
 *
 * <p>Tokens and the addresses for pushing come in as digests, never as themselves; who they belong
 * to and what they may do goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.access;
