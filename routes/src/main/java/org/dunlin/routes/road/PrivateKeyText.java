package org.dunlin.routes.road;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key as text. A form of one line, or a variable, takes the ends of its lines away; they
 * are put back, since a reader of PEM (RFC 7468) wants them.
 */
final class PrivateKeyText {
  private static final Pattern FLAT =
      Pattern.compile(
          "(-----BEGIN [A-Z0-9 ]+-----)\\s*([A-Za-z0-9+/=\\s]+?)\\s*(-----END [A-Z0-9"
              + " ]+-----)\\s*");
  private static final int LINE = 70;

  private PrivateKeyText() {}

  static String whole(String text) {
    Matcher flat = FLAT.matcher(text.strip());
    if (!flat.matches()) {
      return text; // with headers of its own, or of another form: as it is
    }
    StringBuilder lines = new StringBuilder(flat.group(1)).append('\n');
    String body = flat.group(2).replaceAll("\\s", "");
    for (int from = 0; from < body.length(); from += LINE) {
      lines.append(body, from, Math.min(body.length(), from + LINE)).append('\n');
    }
    return lines.append(flat.group(3)).append('\n').toString();
  }
}
