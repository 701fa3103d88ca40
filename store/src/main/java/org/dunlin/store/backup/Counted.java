package org.dunlin.store.backup;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.dunlin.store.Digests;

/** Counts rows and bytes of a part and makes its digest, as they pass. */
final class Counted {
  private static final long TOLD_EVERY_BYTES = 256L << 20;

  private final String name;
  private final String doing;
  private final Progress progress;
  private final MessageDigest digest = Digests.sha256();
  private long rows;
  private long bytes;
  private long told;

  Counted(String verb, String name, Progress progress) {
    this.name = name;
    this.doing = verb + " " + name.substring(name.indexOf('/') + 1);
    this.progress = progress;
  }

  void add(byte[] buffer, int from, int length) {
    digest.update(buffer, from, length);
    for (int i = from; i < from + length; i++) {
      if (buffer[i] == '\n') {
        rows++;
      }
    }
    bytes += length;
    if (bytes - told >= TOLD_EVERY_BYTES) {
      told = bytes;
      progress.at(doing, bytes);
    }
  }

  long bytes() {
    return bytes;
  }

  /** The part, at its end. */
  Seal.Part end() {
    progress.at(doing, bytes);
    boolean table = name.startsWith(Entries.TABLES);
    return new Seal.Part(name, table ? rows : 0, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
