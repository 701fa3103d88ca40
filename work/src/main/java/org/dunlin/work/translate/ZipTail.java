package org.dunlin.work.translate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;

/**
 * Remembers how an archive ends: with a record that says how many entries it has (APPNOTE 4.3.16).
 * An archive that was cut between two entries would else look whole.
 */
final class ZipTail extends FilterInputStream {
  private static final int RECORD = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int ENTRIES_AT = 10;
  private static final int COMMENT_AT = 20;

  private final byte[] last = new byte[RECORD + LONGEST_COMMENT];
  private long read;

  ZipTail(InputStream archive) {
    super(archive);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      remember((byte) one);
    }
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int some = super.read(target, offset, length);
    for (int i = Math.max(0, some - last.length); i < some; i++) {
      last[(int) ((read + i) % last.length)] = target[offset + i];
    }
    read += Math.max(some, 0);
    return some;
  }

  private void remember(byte one) {
    last[(int) (read % last.length)] = one;
    read++;
  }

  /** Reads what is left; how many entries it says it has, in their lowest 16 bits. */
  OptionalInt entries() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    long beginning = Math.max(0, read - last.length);
    for (long at = read - RECORD; at >= beginning; at--) {
      if (at(at) == 'P'
          && at(at + 1) == 'K'
          && at(at + 2) == 5
          && at(at + 3) == 6
          && at + RECORD + two(at + COMMENT_AT) == read) {
        return OptionalInt.of(two(at + ENTRIES_AT));
      }
    }
    return OptionalInt.empty();
  }

  private int at(long place) {
    return last[(int) (place % last.length)] & 0xff;
  }

  private int two(long place) {
    return at(place) | at(place + 1) << 8;
  }
}
