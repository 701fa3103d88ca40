/**
 * What programs ask the hub over HTTP.
 *
 * <p>Requests with a user's name and password come in, each for itself; data goes out, or a problem
 * as RFC 9457 describes it.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.api;
