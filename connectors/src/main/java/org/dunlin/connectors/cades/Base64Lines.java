package org.dunlin.connectors.cades;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * The bytes of lines of base64 up to their padding, the line of a PEM file that ends it, or the
 * end.
 */
final class Base64Lines extends FilterInputStream {
  /**
   * The bytes of this text.
   *
   * @param label how many bytes of it come before the base64
   */
  Base64Lines(InputStream text, int label) {
    super(Base64.getDecoder().wrap(new Digits(text, label)));
  }

  /** The digits without what stands between and behind them. */
  private static final class Digits extends FilterInputStream {
    private int label;
    private boolean ended;

    Digits(InputStream text, int label) {
      super(text);
      this.label = label;
    }

    @Override
    public int read() throws IOException {
      in.skipNBytes(label);
      label = 0;
      int next = ended ? -1 : in.read();
      while (next >= 0 && next <= ' ') {
        next = in.read();
      }
      ended = next < 0 || next == '-';
      return ended ? -1 : next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          return count == 0 && length > 0 ? -1 : count;
        }
        target[offset + count++] = (byte) next;
      }
      return count;
    }
  }
}
