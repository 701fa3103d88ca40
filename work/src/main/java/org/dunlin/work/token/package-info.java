/**
 * The tokens with which programs are asked.
 *
 * <p>A connection comes in; out comes what its requests show, renewed where that is due, or a
 * sentence that says why they cannot be made. One process at a time renews a token, nothing is
 * locked meanwhile, and a new token is stored before its first use.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.token;
