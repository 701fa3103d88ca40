package org.dunlin.connectors.coda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.connectors.text.TextLines;
import org.jspecify.annotations.Nullable;

/** The records of a file, which are lines of 128 characters (chapter 1). */
final class Records {
  static final int CHARACTERS = 128;

  private static final int LINE_BYTES_MAX = 1_024;

  private final TextLines lines;

  Records(InputStream stream) {
    lines = new TextLines(stream, LINE_BYTES_MAX);
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
    FixedLine record = new FixedLine(line, lines.number());
    // Its last character is never blank, so that a shorter line has lost one somewhere.
    if (line.length() < CHARACTERS || !line.substring(CHARACTERS).isBlank()) {
      throw new Refusal(
          "WRONG_LENGTH",
          record.number(),
          "the record has "
              + line.stripTrailing().length()
              + " characters in place of "
              + CHARACTERS
              + ", so its fields are not where they belong; ask the bank for the file again");
    }
    return record;
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
