package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where a person comes back to from a program: a page of the console, under the address by which
 * they reach it. Each program must know it before it sends anybody there.
 */
public final class ReturnAddress {
  /** The path of the page. */
  public static final String PATH = "/authorised";

  private ReturnAddress() {}

  /** The whole address, as whoever asks reaches this hub. */
  public static String of(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request)
        .replacePath(PATH)
        .replaceQuery(null)
        .toUriString();
  }
}
