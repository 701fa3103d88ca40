package org.dunlin.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a delivery as text.
 *
 * @param text read as UTF-8; what is none of it, and control characters, are shown as replaced
 * @param cut whether there is more
 */
public record RawText(String text, boolean cut) {
  /** How many bytes are shown. */
  public static final int MOST_BYTES = 64 * 1024;

  static RawText of(InputStream stream, long bytes) throws IOException {
    String text = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    return new RawText(text.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", "\ufffd"), bytes > MOST_BYTES);
  }
}
