package org.dunlin.work.payer;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A file that a customer sends along. What it is, its first bytes say, whatever it is called.
 *
 * @param name without a path, of signs that every system takes
 * @param mediaType {@code application/pdf}, {@code image/png} or {@code image/jpeg}
 */
public record SentFile(String name, String mediaType, byte[] content) {
  /** So many go along at once. */
  public static final int MOST = 5;

  /** The largest, in bytes. */
  public static final int LARGEST = 5 * 1024 * 1024;

  private static final int LONGEST_NAME = 80;
  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()+-]+");
  private static final Pattern ENDING = Pattern.compile("\\.[^.]*$");
  private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

  /**
   * The file that was sent under a name.
   *
   * @throws NotDone when it is too large, or neither a PDF nor a PNG or JPEG picture
   */
  public static SentFile of(String called, byte[] content) {
    NotDone.unless(content.length <= LARGEST, NotDone.Reason.TOO_LARGE_FILE);
    if (begins(content, "%PDF-")) {
      return new SentFile(named(called, ".pdf"), "application/pdf", content);
    }
    if (begins(content, "\u0089PNG\r\n\u001a\n")) {
      return new SentFile(named(called, ".png"), "image/png", content);
    }
    if (begins(content, "\u00ff\u00d8\u00ff")) {
      return new SentFile(named(called, ".jpg"), "image/jpeg", content);
    }
    throw new NotDone(NotDone.Reason.WRONG_FILE);
  }

  private static boolean begins(byte[] content, String signature) {
    byte[] first = signature.getBytes(StandardCharsets.ISO_8859_1);
    if (content.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if (content[i] != first[i]) {
        return false;
      }
    }
    return true;
  }

  /** With the one ending that tells truly what it is. */
  private static String named(String called, String ending) {
    String last = PATH.matcher(called).replaceFirst("");
    String base = ENDING.matcher(last).replaceFirst("");
    String safe = EDGES.matcher(UNSAFE.matcher(base).replaceAll("-")).replaceAll("");
    if (safe.codePointCount(0, safe.length()) > LONGEST_NAME) {
      safe = safe.substring(0, safe.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }
    return (safe.isEmpty() ? "document" : safe) + ending;
  }
}
