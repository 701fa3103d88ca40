package org.dunlin.config.watch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes secrets out of what is logged: those that the settings say, and what looks like one. */
public final class Secrets {
  private static final String MASK = "•••";
  private static final int SHORTEST = 6;

  private static final String NAMED =
      "password|passwd|pwd|secret|client_?secret|token|access_?token|refresh_?token|id_?token"
          + "|api_?key|private_?key|authorization|code_verifier|signature|session";

  /** What stands before a secret is kept, the secret is not. */
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)[A-Za-z0-9._~+/=:-]{6,}"),
          Pattern.compile("(://[^/@\\s:]*:)[^/@\\s]+(?=@)"),
          Pattern.compile("(?i)(\"[\\w-]*(?:" + NAMED + ")\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*"),
          Pattern.compile("(?i)(\\b[\\w-]*(?:" + NAMED + ")=)[^&;,\\s\"'}\\]]+"),
          Pattern.compile("(/hooks/[^/\\s]+/[^/\\s]+/)[^/?\\s]+"),
          Pattern.compile("\\b(dunlin_)[A-Za-z0-9_-]{32,}"),
          Pattern.compile("(/p/|/invitation/)[\\w~.-]{16,}"));

  private static volatile List<String> known = List.of();

  private Secrets() {}

  /** These are secrets, besides those that are known; one too short to be told apart is not. */
  public static synchronized void know(Collection<String> secrets) {
    known =
        Stream.concat(known.stream(), secrets.stream())
            .filter(secret -> secret.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The text without them. */
  static String masked(String text) {
    String masked = text;
    for (String secret : known) {
      masked = masked.replace(secret, MASK);
    }
    for (Pattern shape : SHAPES) {
      masked = shape.matcher(masked).replaceAll("$1" + MASK);
    }
    return masked;
  }
}
