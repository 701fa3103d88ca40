package org.dunlin.core.matching;

import java.util.Arrays;

/**
 * Entries by hash: an entry is a place in a list, and several may have one hash. Whether an entry
 * is the one that was sought, who asks must see for himself.
 */
final class KeyIndex {
  private static final int NONE = -1;

  /** By what a hash is mixed to, where its entries begin; they end where the next begin. */
  private int[] starts = new int[0];

  private long[] entries = new long[16];
  private int mask;
  private int size;

  /** Before {@link #freeze}: the place under this hash. */
  void add(int hash, int place) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size + (size >> 1));
    }
    entries[size++] = ((long) hash << 32) | place;
  }

  /**
   * Ends adding; of one hash, what was added first is found first. What is sought together lies
   * together, so that memory is asked as rarely as can be.
   */
  void freeze() {
    int buckets = Integer.highestOneBit(Math.max(1, size));
    mask = buckets - 1;
    starts = new int[buckets + 1];
    for (int entry = 0; entry < size; entry++) {
      starts[bucket(hash(entry)) + 1]++;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    int[] next = Arrays.copyOf(starts, buckets);
    long[] sorted = new long[size];
    for (int entry = 0; entry < size; entry++) {
      sorted[next[bucket(hash(entry))]++] = entries[entry];
    }
    entries = sorted;
  }

  /** The first entry of this hash, below 0 when there is none. */
  int first(int hash) {
    return from(starts[bucket(hash)], hash);
  }

  /** The entry after this one of the same hash, below 0 when there is none. */
  int after(int entry) {
    return from(entry + 1, hash(entry));
  }

  int place(int entry) {
    return (int) entries[entry];
  }

  private int from(int entry, int hash) {
    int end = starts[bucket(hash) + 1];
    for (int at = entry; at < end; at++) {
      if (hash(at) == hash) {
        return at;
      }
    }
    return NONE;
  }

  private int hash(int entry) {
    return (int) (entries[entry] >> 32);
  }

  private int bucket(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & mask;
  }
}
