/**
 * The authorisation server of a simulated program: OAuth 2 with codes, PKCE (RFC 7636) and refresh
 * tokens that are good once.
 *
 * <p>A browser at the consent page comes in, and requests for tokens. Out go redirects with a code,
 * tokens, and for every other request the word whether its token counts.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program.oauth;
