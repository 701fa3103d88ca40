package org.dunlin.store.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.dunlin.store.Chunks;
import org.dunlin.store.Digests;

/**
 * A stream in pieces of 256 KB, its bytes counted by a digest. Two pieces are in memory at most.
 */
public final class Pieces {
  private final InputStream stream;
  private final MessageDigest digest = Digests.sha256();
  private final byte[] first;
  private byte[] ahead;

  private Pieces(InputStream stream) throws IOException {
    this.stream = stream;
    first = read();
    ahead = first.length < Chunks.SIZE ? new byte[0] : read();
  }

  /**
   * Reads the beginning of the stream.
   *
   * @throws IOException when it breaks off
   */
  public static Pieces of(InputStream stream) throws IOException {
    return new Pieces(stream);
  }

  /** Whether all of it is one piece, so that one statement can take it. */
  public boolean one() {
    return ahead.length == 0;
  }

  /** The digest over all bytes, once the last piece has been read. */
  public byte[] sha256() {
    return digest.digest();
  }

  byte[] first() {
    return first;
  }

  /** The piece that follows on the first, and so on; an empty one at the end. */
  byte[] next() throws IOException {
    byte[] piece = ahead;
    ahead = piece.length < Chunks.SIZE ? new byte[0] : read();
    return piece;
  }

  private byte[] read() throws IOException {
    byte[] piece = stream.readNBytes(Chunks.SIZE);
    digest.update(piece);
    return piece;
  }
}
