package org.dunlin.connectors.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a file whose tag, name or entity has no end: the parser holds a name as a whole and sets no
 * limit to it. CDATA sections may be as long as they like, since they come in parts. Looks at the
 * tail of each block alone, where the last tag ends; so it costs next to nothing.
 */
final class MarkupLimit extends FilterInputStream {
  /** More than a hundred attributes of the greatest length come to. */
  static final int MOST_BYTES = 4 << 20;

  private static final long NOT_OPEN = -1;

  private long position;

  /** Where a {@code <} or {@code &} stands that has no end yet. */
  private long openSince = NOT_OPEN;

  /** How many bytes of what may be the beginning of a CDATA section have come. */
  private int begun;

  MarkupLimit(InputStream stream) {
    super(stream);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      look(target, offset, offset + count);
    }
    return count;
  }

  private void look(byte[] bytes, int from, int to) throws MarkupTooLong {
    int start = afterLastEnd(bytes, from, to);
    if (start > from) {
      openSince = NOT_OPEN;
      begun = 0;
    }
    for (int i = start; i < to && (openSince == NOT_OPEN || begun > 0); i++) {
      if (begun > 0) {
        begin(bytes[i]);
      } else if (bytes[i] == '<' || bytes[i] == '&') {
        openSince = position + i - from;
        begun = bytes[i] == '<' ? 1 : 0;
      }
    }
    position += to - from;
    if (openSince != NOT_OPEN && position - openSince > MOST_BYTES) {
      throw new MarkupTooLong();
    }
  }

  /** After {@code <![} no end is awaited: that is character data. */
  private void begin(byte next) {
    if (begun == 1 && next == '!') {
      begun = 2;
      return;
    }
    if (begun == 2 && next == '[') {
      openSince = NOT_OPEN;
    }
    begun = 0;
  }

  private static int afterLastEnd(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (bytes[i] == '>' || bytes[i] == ';') {
        return i + 1;
      }
    }
    return from;
  }

  /** A tag, name or entity that is longer than any can be. */
  static final class MarkupTooLong extends IOException {
    private static final long serialVersionUID = 1;

    MarkupTooLong() {
      super("a tag, name or entity of more than " + MOST_BYTES + " bytes");
    }
  }
}
