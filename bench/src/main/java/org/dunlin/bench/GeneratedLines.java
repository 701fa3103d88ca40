package org.dunlin.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A generated file that comes as it is read and is never held. */
final class GeneratedLines extends InputStream {
  private final LineFormat format;
  private final int entries;
  private byte[] piece;
  private int position;
  private int next;

  GeneratedLines(LineFormat format, int entries) {
    this.format = format;
    this.entries = entries;
    piece = format.begin(entries).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int read() {
    return fill() ? piece[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(length, piece.length - position);
    System.arraycopy(piece, position, into, offset, taken);
    position += taken;
    return taken;
  }

  private boolean fill() {
    if (position == piece.length && next <= entries) {
      String text = next < entries ? format.entry(next) : format.end(entries);
      piece = text.getBytes(StandardCharsets.UTF_8);
      position = 0;
      next++;
    }
    return position < piece.length;
  }
}
