package org.dunlin.store;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** A stream whose bytes go to a sink in chunks and through SHA-256; closing it ends the last. */
public final class ChunkWriter extends OutputStream {
  private final long most;
  private final MessageDigest digest = Digests.sha256();
  private final Chunks.Sink sink;
  private final byte[] chunk = new byte[Chunks.SIZE];
  private int filled;
  private int part;
  private long bytes;

  /**
   * @param most how many bytes may be written; more throw {@link TooLarge}
   */
  public ChunkWriter(long most, Chunks.Sink sink) {
    this.most = most;
    this.sink = sink;
  }

  /** How many bytes were written. */
  public long bytes() {
    return bytes;
  }

  /** The digest of all bytes, once the stream is closed. */
  public byte[] sha256() {
    return digest.digest();
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    bytes += length;
    if (bytes > most) {
      throw new TooLarge(most);
    }
    int from = offset;
    for (int left = length; left > 0; ) {
      int count = Math.min(left, chunk.length - filled);
      System.arraycopy(source, from, chunk, filled, count);
      filled += count;
      from += count;
      left -= count;
      if (filled == chunk.length) {
        emit();
      }
    }
  }

  @Override
  public void close() {
    if (filled > 0) {
      emit();
    }
  }

  private void emit() {
    byte[] whole = Arrays.copyOf(chunk, filled);
    digest.update(whole);
    sink.take(part++, whole);
    filled = 0;
  }
}
