package org.dunlin.connectors.cfonb120;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.connectors.text.TextLines;
import org.jspecify.annotations.Nullable;

/** The records of a file: 120 characters each, on lines of their own or one behind the other. */
final class Records {
  static final int CHARACTERS = 120;

  private static final int LINE_BYTES_MAX = 1_024;

  private final TextLines lines;

  Records(InputStream stream) {
    lines = new TextLines(new UnbrokenRecords(stream), LINE_BYTES_MAX);
  }

  /** The next record; null after the last one. */
  @Nullable FixedLine next() throws IOException {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    if (line.length() > CHARACTERS && !line.substring(CHARACTERS).isBlank()) {
      throw new Refusal(
          "WRONG_LENGTH",
          lines.number(),
          "the record has "
              + line.stripTrailing().length()
              + " characters in place of "
              + CHARACTERS
              + ", so its fields are not where they belong; ask the bank for the file again");
    }
    return new FixedLine(line, lines.number());
  }

  /** The encoding of what came so far. */
  Charset encoding() {
    return lines.encoding();
  }

  /** The number of the last line, from 1. */
  int number() {
    return Math.max(1, lines.number());
  }
}
