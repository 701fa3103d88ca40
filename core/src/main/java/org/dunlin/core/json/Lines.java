package org.dunlin.core.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream as bytes, each bounded, so that a file without line ends cannot fill the
 * memory.
 */
final class Lines {
  static final int LONGEST = 1 << 20;

  private final InputStream stream;
  private ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;
  private long number;

  Lines(InputStream stream) {
    this.stream = new BufferedInputStream(stream, 1 << 16);
  }

  /** Moves to the next line; false at the end of the stream. */
  boolean next() throws IOException {
    line = new ByteArrayOutputStream();
    tooLong = false;
    int next = stream.read();
    if (next < 0) {
      return false;
    }
    number++;
    while (next >= 0 && next != '\n') {
      take(next);
      next = stream.read();
    }
    return true;
  }

  /** The line's bytes, without its end and, on the first line, without a byte order mark. */
  byte[] bytes() {
    byte[] bytes = line.toByteArray();
    boolean marked =
        number == 1
            && bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  boolean tooLong() {
    return tooLong;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  private void take(int next) {
    if (line.size() < LONGEST) {
      line.write(next);
    } else {
      tooLong = true;
    }
  }
}
