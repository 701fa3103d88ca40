package org.dunlin.core.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, each bounded, so that a file without line ends cannot fill the
 * memory.
 */
final class Lines {
  static final int LONGEST = 1 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int from;
  private int to;
  private boolean tooLong;
  private long number;

  Lines(InputStream stream) {
    this.stream = stream;
  }

  /** Moves to the next line; false at the end of the stream. */
  boolean next() throws IOException {
    line.reset();
    tooLong = false;
    if (!filled()) {
      return false;
    }
    number++;
    boolean ended = false;
    while (!ended && filled()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      take(end - from);
      ended = end < to;
      from = ended ? end + 1 : end;
    }
    return true;
  }

  /** The line's bytes, without its line feed and, on the first line, without a byte order mark. */
  byte[] bytes() {
    byte[] bytes = line.toByteArray();
    int mark = BYTE_ORDER_MARK.length;
    boolean marked =
        number == 1
            && bytes.length >= mark
            && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return marked ? Arrays.copyOfRange(bytes, mark, bytes.length) : bytes;
  }

  boolean tooLong() {
    return tooLong;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  /** Whether there is a byte to take, after reading more where needed. */
  private boolean filled() throws IOException {
    while (from == to) {
      int count = stream.read(buffer);
      if (count < 0) {
        return false;
      }
      from = 0;
      to = count;
    }
    return true;
  }

  private void take(int count) {
    tooLong |= line.size() + count > LONGEST;
    if (!tooLong) {
      line.write(buffer, from, count);
    }
  }
}
