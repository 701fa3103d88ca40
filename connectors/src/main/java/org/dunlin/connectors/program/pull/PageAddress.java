package org.dunlin.connectors.program.pull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.dunlin.core.port.HttpCall;

/**
 * The address of a next page, as a reply gives it. It must lead to the host of the program, since
 * the request will carry the connection's credentials.
 */
final class PageAddress {
  private static final String ILLEGAL = " \"<>\\^`{|}";

  private PageAddress() {}

  /**
   * The address, absolute.
   *
   * @param asked the address of the page that gives it, to which it may be relative
   * @param base of the program
   */
  static URI of(String given, URI asked, URI base) {
    URI address;
    try {
      address = asked.resolve(encoded(given.strip()));
    } catch (IllegalArgumentException e) {
      throw new Unread("The next page has an address that cannot be read.");
    }
    if (!sameHost(address, base)) {
      throw new Unread(
          "The next page would be on "
              + (address.getHost() == null ? "no host" : "the host " + address.getHost())
              + " and not on "
              + base.getHost()
              + ", so it is not asked for.");
    }
    return address;
  }

  /** The same request to another address; what it sends along is its own. */
  static HttpCall at(HttpCall call, URI address) {
    return new HttpCall(call.method(), address, call.headers(), call.body());
  }

  private static boolean sameHost(URI address, URI base) {
    return address.getHost() != null
        && address.getHost().equalsIgnoreCase(base.getHost())
        && Objects.equals(lower(address.getScheme()), lower(base.getScheme()))
        && port(address) == port(base)
        && address.getUserInfo() == null;
  }

  private static String lower(String text) {
    return String.valueOf(text).toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
  }

  /** Programs give addresses with blanks and braces in them; those are encoded, nothing else is. */
  private static String encoded(String address) {
    StringBuilder encoded = new StringBuilder();
    address
        .codePoints()
        .forEach(
            point -> {
              if (point < 0x21 || point > 0x7e || ILLEGAL.indexOf(point) >= 0) {
                for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
                }
              } else {
                encoded.appendCodePoint(point);
              }
            });
    return encoded.toString();
  }
}
