package org.dunlin.core.message;

import java.util.regex.Pattern;

/** Names of attached files: what another program called a document is hostile input. */
public final class FileNames {
  private static final int LONGEST = 80;
  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]");
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()+-]+");
  private static final Pattern ENDING = Pattern.compile("(?i)\\.pdf$");
  private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

  /** Names of devices of Windows, which no file there may bear. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /**
   * The name of a PDF document: without a path, of letters, digits and a few signs that every
   * system takes, and with the one ending that tells truly what it is.
   */
  public static String pdf(String name) {
    String last = PATH.matcher(OneLine.of(name)).replaceFirst("");
    String base = ENDING.matcher(last).replaceFirst("");
    String safe = EDGES.matcher(UNSAFE.matcher(base).replaceAll("-")).replaceAll("");
    if (safe.codePointCount(0, safe.length()) > LONGEST) {
      safe = safe.substring(0, safe.offsetByCodePoints(0, LONGEST)).strip();
    }
    boolean nameless = safe.isEmpty() || DEVICE.matcher(safe).matches();
    return (nameless ? "document " + safe : safe).strip() + ".pdf";
  }
}
