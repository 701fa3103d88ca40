package org.dunlin.connectors.xml;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The characters of one element as bytes, without blanks and line ends, however many there are.
 * What is not ASCII comes as a question mark. Closing it passes over the rest of the element.
 */
final class TextStream extends InputStream {
  private static final int LAST_ASCII = 0x7F;

  private final XmlCursor cursor;
  private final int depth;
  private String part = "";
  private int position;
  private boolean ended;

  /**
   * @param depth of the element on which the cursor stands
   */
  TextStream(XmlCursor cursor, int depth) {
    this.cursor = cursor;
    this.depth = depth;
  }

  @Override
  public int read() throws IOException {
    while (fill()) {
      char character = part.charAt(position++);
      if (!Character.isWhitespace(character)) {
        return character > LAST_ASCII ? '?' : character;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    while (!ended) {
      position = part.length();
      fill();
    }
  }

  private boolean fill() throws IOException {
    while (position == part.length() && !ended) {
      String next = next();
      ended = next == null;
      part = next == null ? "" : next;
      position = 0;
    }
    return !ended;
  }

  private @Nullable String next() throws IOException {
    try {
      return cursor.nextText(depth);
    } catch (IOException e) {
      throw new FailedText(e);
    }
  }
}
