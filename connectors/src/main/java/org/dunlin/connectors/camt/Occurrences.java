package org.dunlin.connectors.camt;

import java.nio.charset.StandardCharsets;

/**
 * Counts how often each name came, in twelve bytes a name and not the name itself: a statement of a
 * year may have millions. Names are told apart by a 64-bit hash; two that collide only get an
 * ordinal more than they need.
 */
final class Occurrences {
  private long[] hashes = new long[1024];
  private int[] counts = new int[1024];
  private int names;

  /** How often this name came, this time included. */
  int count(String name) {
    if (names * 2 > hashes.length) {
      grow();
    }
    long hash = hash(name);
    int slot = slot(hash);
    if (counts[slot] == 0) {
      hashes[slot] = hash;
      names++;
    }
    return ++counts[slot];
  }

  private int slot(long hash) {
    int slot = (int) (hash >>> 7) & (hashes.length - 1);
    while (counts[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldCounts = counts;
    hashes = new long[oldHashes.length * 2];
    counts = new int[oldCounts.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** FNV-1a, its bits mixed once more so that the low ones choose a slot well. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ each) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 29);
  }
}
