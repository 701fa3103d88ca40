/**
 * What is kept secret at rest, and the keys that open it.
 *
 * <p>The hub's key ring comes in from the settings or a private file; it wraps the data keys of
 * customers and deliveries, with which their data is sealed (AES-256-GCM). Cipher text and typed
 * refusals go out; nothing is ever written in plain because a key is missing.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.secret;
