package org.dunlin.sandbox.program.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that a person's consent gave.
 *
 * @param challenge of PKCE, by S256; null where there was none
 */
record Code(String redirectUri, String scope, @Nullable String challenge, Instant ends) {}
