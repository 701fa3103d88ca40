package org.dunlin.console.page;

/** Names from outside as names of files to save. */
final class FileName {
  private static final int LONGEST = 100;

  private FileName() {}

  /** Letters, digits, hyphens, underscores and dots; no dot at the beginning. */
  static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
    String cut = plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    return cut.isEmpty() ? "delivery" : cut;
  }
}
