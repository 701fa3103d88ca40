/**
 * What programs ask the hub over HTTP, and what they bring.
 *
 * <p>Requests with a token, or with a user's name and password, come in, each for itself; records
 * go out in their canonical form, or a problem as RFC 9457 describes it. {@code docs/openapi.json}
 * is the contract.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.api;
