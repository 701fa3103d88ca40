/**
 * Signatures over bytes: of requests that the hub signs, and of notices that programs sign.
 *
 * <p>Bytes, secrets and keys come in. Signatures, and whether one is right, go out; they are
 * compared in constant time.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.signature;
