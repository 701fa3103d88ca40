package org.dunlin.core.matching;

import java.util.Arrays;

/**
 * Entries by hash: an entry is a place in a list, and several may have one hash. Whether an entry
 * is the one that was sought, who asks must see for himself.
 */
final class KeyIndex {
  private static final int NONE = -1;

  private int[] heads = new int[0];
  private long[] entries = new long[16];
  private int[] next = new int[0];
  private int size;

  /** Before {@link #freeze}: the place under this hash. */
  void add(int hash, int place) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size + (size >> 1));
    }
    entries[size++] = ((long) hash << 32) | place;
  }

  /** Ends adding; of one hash, what was added first is found first. */
  void freeze() {
    entries = Arrays.copyOf(entries, size);
    next = new int[size];
    heads = new int[Integer.highestOneBit(Math.max(1, size))];
    Arrays.fill(heads, NONE);
    for (int entry = size - 1; entry >= 0; entry--) {
      int head = head(hash(entry));
      next[entry] = heads[head];
      heads[head] = entry;
    }
  }

  /** The first entry of this hash, below 0 when there is none. */
  int first(int hash) {
    return same(heads[head(hash)], hash);
  }

  /** The entry after this one of the same hash, below 0 when there is none. */
  int after(int entry) {
    return same(next[entry], hash(entry));
  }

  int place(int entry) {
    return (int) entries[entry];
  }

  private int same(int entry, int hash) {
    int at = entry;
    while (at != NONE && hash(at) != hash) {
      at = next[at];
    }
    return at;
  }

  private int hash(int entry) {
    return (int) (entries[entry] >> 32);
  }

  private int head(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (heads.length - 1);
  }
}
