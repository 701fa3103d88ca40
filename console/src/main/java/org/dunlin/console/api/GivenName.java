package org.dunlin.console.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The name that a program gives a file that it brings. It is read from the address alone: to ask
 * the server for a parameter would read a body that calls itself a form, as curl's do.
 */
public final class GivenName {
  static final String PARAMETER = "name";
  static final int LONGEST = 200;

  private GivenName() {}

  /** The name in the query of an address; empty where there is none that can be used. */
  public static Optional<String> in(@Nullable String query) {
    return Optional.ofNullable(
            UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(PARAMETER))
        .flatMap(GivenName::decoded)
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
