/**
 * How the hub shows a program that it may ask, and how it comes by what it shows.
 *
 * <p>The authorisation of a manifest, the connection's settings and secrets, and the answers of
 * token endpoints come in. Requests with credentials, requests for tokens, and what was granted go
 * out; nothing that goes out tells a secret in its text.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.authorise;
