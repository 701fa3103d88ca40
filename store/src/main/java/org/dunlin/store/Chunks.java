package org.dunlin.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.IntFunction;

/** Contents of any length as chunks of 256 KB, one held at a time. */
public final class Chunks {
  /** The size of a chunk in bytes. */
  public static final int SIZE = 256 * 1024;

  private Chunks() {}

  /** Takes the chunks of a content in their order, counted from 0. */
  public interface Sink {
    /** Keeps one chunk. */
    void take(int part, byte[] chunk);
  }

  /**
   * Cuts the stream to its end, and passes its bytes through the digest.
   *
   * @return how many bytes there were
   * @throws TooLarge when there are more than {@code most} bytes; chunks went to the sink before
   * @throws IOException when the stream breaks off
   */
  public static long cut(InputStream stream, long most, MessageDigest digest, Sink sink)
      throws IOException {
    long bytes = 0;
    byte[] chunk = stream.readNBytes(SIZE);
    for (int part = 0; chunk.length > 0; part++) {
      bytes += chunk.length;
      if (bytes > most) {
        throw new TooLarge(most);
      }
      digest.update(chunk);
      sink.take(part, chunk);
      chunk = stream.readNBytes(SIZE);
    }
    return bytes;
  }

  /**
   * The content again as one stream.
   *
   * @param chunks gives the chunk of a number; an empty one is the end
   */
  public static InputStream joined(IntFunction<byte[]> chunks) {
    return new ChunkStream(chunks);
  }
}
