package org.dunlin.connectors.program;

import java.nio.charset.StandardCharsets;

/** Text in the parts of an address: all but unreserved characters as %XX of UTF-8 (RFC 3986). */
public final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=%";
  private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  /** The text, encoded. */
  public static String of(String text) {
    return encoded(text, UNRESERVED);
  }

  /** An address that people wrote: only what may not stand in one at all is encoded. */
  static String legal(String text) {
    return encoded(text, UNRESERVED + RESERVED);
  }

  private static String encoded(String text, String kept) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && kept.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(DIGITS[octet >> 4 & 15]).append(DIGITS[octet & 15]);
      }
    }
    return encoded.toString();
  }
}
