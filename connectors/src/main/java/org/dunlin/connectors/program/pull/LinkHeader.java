package org.dunlin.connectors.program.pull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.port.HttpReply;

/** The header Link (RFC 8288): addresses in angle brackets, each with what it is to this page. */
final class LinkHeader {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^<>]*)>((?:\\s*;\\s*[^\\s=;,]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s\";,]+))?)*)");
  private static final Pattern RELATION =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\";,]+))", Pattern.CASE_INSENSITIVE);

  private LinkHeader() {}

  /** The address whose relation is {@code next}. */
  static Optional<String> of(HttpReply reply) {
    return reply.headers().getOrDefault("link", List.of()).stream()
        .flatMap(header -> next(header).stream())
        .findFirst();
  }

  private static Optional<String> next(String header) {
    Matcher link = LINK.matcher(header);
    while (link.find()) {
      Matcher relation = RELATION.matcher(link.group(2));
      if (relation.find() && isNext(relation)) {
        return Optional.of(link.group(1));
      }
    }
    return Optional.empty();
  }

  /** A relation may be several words. */
  private static boolean isNext(Matcher relation) {
    String words = relation.group(1) == null ? relation.group(2) : relation.group(1);
    return Arrays.stream(words.split("\\s+")).anyMatch("next"::equalsIgnoreCase);
  }
}
