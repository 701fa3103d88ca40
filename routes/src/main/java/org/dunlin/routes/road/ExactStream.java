package org.dunlin.routes.road;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a server that must have as many bytes as the server says: what a cut connection leaves
 * is not taken for the whole.
 */
final class ExactStream extends FilterInputStream {
  private final long expected;
  private long read;

  ExactStream(InputStream stream, long expected) {
    super(stream);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? -1 : 1);
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int some = super.read(target, offset, length);
    count(some);
    return some;
  }

  private void count(int bytes) throws IOException {
    if (bytes > 0) {
      read += bytes;
    }
    if (read > expected) {
      throw new IOException("it grew while it was fetched; it is taken once it stays the same");
    }
    if (bytes < 0 && read < expected) {
      throw new IOException(
          "the connection was cut after "
              + read
              + " of "
              + expected
              + " bytes; it is fetched again at the next look");
    }
  }
}
