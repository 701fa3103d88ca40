package org.dunlin.work.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks whether raw content names a person: as it stands, with the signs that XML writes otherwise,
 * in UTF-8 and in Latin-1, in whatever case its ASCII letters are. Only whole words count.
 */
final class RawSearch {
  private static final int BLOCK = 256 * 1024;

  private final List<String> needles = new ArrayList<>();
  private int longest;

  RawSearch(Traces traces) {
    for (String text : traces.texts()) {
      String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      add(text, StandardCharsets.UTF_8);
      add(text, StandardCharsets.ISO_8859_1);
      add(escaped, StandardCharsets.UTF_8);
      add(escaped, StandardCharsets.ISO_8859_1);
    }
  }

  /** Bytes as the letters of the same numbers, so that what is sought is found byte by byte. */
  private void add(String text, Charset charset) {
    String needle = lower(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
    if (!needles.contains(needle)) {
      needles.add(needle);
      longest = Math.max(longest, needle.length());
    }
  }

  /** Reads the stream up to the first finding, two blocks at a time in memory. */
  boolean finds(InputStream stream) throws IOException {
    String before = "";
    byte[] block = stream.readNBytes(BLOCK);
    while (block.length > 0) {
      String text = before + lower(new String(block, StandardCharsets.ISO_8859_1));
      if (needles.stream().anyMatch(needle -> stands(needle, text))) {
        return true;
      }
      before = text.substring(Math.max(0, text.length() - longest - 1));
      block = stream.readNBytes(BLOCK);
    }
    return false;
  }

  private static boolean stands(String needle, String text) {
    for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      if (!isWord(text, at - 1) && !isWord(text, at + needle.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
