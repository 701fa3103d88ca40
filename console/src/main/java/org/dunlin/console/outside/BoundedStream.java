package org.dunlin.console.outside;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dunlin.store.TooLarge;

/** A stream that refuses to be longer than it may be; throws {@link TooLarge} where it is. */
final class BoundedStream extends FilterInputStream {
  private final long most;
  private long passed;

  BoundedStream(InputStream stream, long most) {
    super(stream);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    pass(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    pass(Math.max(0, read));
    return read;
  }

  private void pass(int count) {
    passed += count;
    if (passed > most) {
      throw new TooLarge(most);
    }
  }
}
