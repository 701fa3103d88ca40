package org.dunlin.console.outside;

import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How the world outside reaches the public listener, mostly by a proxy before it.
 *
 * @param base of all addresses that are given out, such as {@code https://pay.example.com/}
 */
public record PublicAddress(URI base) {

  /** The address at which a program pushes to a connection; its last part is the secret. */
  public String hook(String companyId, String connectionId, String secret) {
    return UriComponentsBuilder.fromUri(base)
        .pathSegment("hooks", companyId, connectionId, secret)
        .encode()
        .toUriString();
  }

  /** The page that a payer's token opens. */
  public String payer(String token) {
    return UriComponentsBuilder.fromUri(base).pathSegment("p", token).encode().toUriString();
  }
}
