package org.dunlin.store;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Chunks one after the other as one stream; an empty chunk is the end. */
final class ChunkStream extends InputStream {
  private final IntFunction<byte[]> chunks;
  private byte[] chunk = new byte[0];
  private int position;
  private int next;
  private boolean ended;

  ChunkStream(IntFunction<byte[]> chunks) {
    this.chunks = chunks;
  }

  @Override
  public int read() {
    return fill() ? chunk[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() {
    if (position == chunk.length && !ended) {
      chunk = chunks.apply(next++);
      position = 0;
      ended = chunk.length == 0;
    }
    return position < chunk.length;
  }
}
