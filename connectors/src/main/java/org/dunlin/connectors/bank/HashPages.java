package org.dunlin.connectors.bank;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.dunlin.connectors.Scratch;

/**
 * A set of hashes outside memory, of which a single page is held. A hash is on the page that its
 * upper bits say, else on the next one that has a free slot, so that it takes one page to find it:
 * a quarter of all slots is free at least. A hash is never zero.
 *
 * <p>Most that are asked for are missing, and a sieve of fixed size says so of nearly all of these
 * without any page, as long as the set has no more than some millions.
 */
final class HashPages {
  private static final int SLOTS = Scratch.PAGE_BYTES / Long.BYTES;
  private static final int FILLED_MAX = SLOTS - SLOTS / 4;
  private static final int PAGES_FIRST = 16;
  private static final long NONE = -1;

  /** Two megabytes of bits, two for each hash. */
  private static final int SIEVE_BITS = 24;

  private final Scratch scratch;
  private final long[] sieve;
  private final ByteBuffer bytes = ByteBuffer.allocate(Scratch.PAGE_BYTES);
  private final LongBuffer page = bytes.asLongBuffer();
  private Scratch.Room room;
  private long pages;
  private long size;
  private long number = NONE;
  private boolean changed;

  HashPages(Scratch scratch) {
    this(scratch, PAGES_FIRST, new long[1 << (SIEVE_BITS - 6)]);
  }

  private HashPages(Scratch scratch, long pages, long[] sieve) {
    this.scratch = scratch;
    this.sieve = sieve;
    this.pages = pages;
    room = scratch.room();
  }

  boolean holds(long hash) {
    return isSet(hash) && isSet(hash >>> SIEVE_BITS) && page.get(slot(hash)) == hash;
  }

  /**
   * Makes room for so many more. It must be made before they come: in their order they fill one
   * page after the other.
   */
  void expect(int more) {
    long needed = pages;
    while (size + more > needed * FILLED_MAX) {
      needed *= 2;
    }
    if (needed > pages) {
      grow(needed);
    }
  }

  /** Adds a hash that is expected and that it does not hold. */
  void add(long hash) {
    page.put(slot(hash), hash);
    changed = true;
    set(hash);
    set(hash >>> SIEVE_BITS);
    size++;
  }

  private boolean isSet(long bit) {
    return (sieve[(int) (bit >>> 6) & (sieve.length - 1)] & (1L << bit)) != 0;
  }

  private void set(long bit) {
    sieve[(int) (bit >>> 6) & (sieve.length - 1)] |= 1L << bit;
  }

  /** The slot that holds the hash or is free for it, on the page to which this turns. */
  private int slot(long hash) {
    long home = Math.unsignedMultiplyHigh(hash, pages);
    while (true) {
      turnTo(home);
      for (int i = 0; i < SLOTS; i++) {
        int slot = (int) (hash + i) & (SLOTS - 1);
        long there = page.get(slot);
        if (there == hash || there == 0) {
          return slot;
        }
      }
      home = home + 1 == pages ? 0 : home + 1;
    }
  }

  /** On more pages the hashes have the same order, so that each is turned to once. */
  private void grow(long needed) {
    HashPages larger = new HashPages(scratch, needed, sieve);
    for (long each = 0; each < pages; each++) {
      turnTo(each);
      for (int slot = 0; slot < SLOTS; slot++) {
        if (page.get(slot) != 0) {
          larger.add(page.get(slot));
        }
      }
    }
    larger.keep();
    room.close();
    room = larger.room;
    pages = larger.pages;
    number = NONE;
    changed = false;
  }

  private void turnTo(long wanted) {
    if (wanted != number) {
      keep();
      room.read(wanted, bytes.clear());
      number = wanted;
    }
  }

  private void keep() {
    if (changed) {
      room.write(number, bytes.clear());
      changed = false;
    }
  }
}
