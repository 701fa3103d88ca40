package org.dunlin.connectors.bank;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import org.dunlin.connectors.Scratch;

/**
 * A set of hashes outside memory, of which a single page is held. A hash is on the page that its
 * upper bits say, else on the next one that has a free slot, so that to find one, or that it is
 * missing, takes one page as a rule: a quarter of all slots is free at least. A hash is never zero.
 */
final class HashPages {
  private static final int SLOTS = Scratch.PAGE_BYTES / Long.BYTES;
  private static final int FILLED_MAX = SLOTS - SLOTS / 4;
  private static final int PAGES_FIRST = 16;
  private static final long NONE = -1;

  private final Scratch scratch;
  private final ByteBuffer bytes = ByteBuffer.allocate(Scratch.PAGE_BYTES);
  private final LongBuffer page = bytes.asLongBuffer();
  private Scratch.Room room;
  private long pages;
  private long size;
  private long number = NONE;
  private boolean changed;

  HashPages(Scratch scratch) {
    this(scratch, PAGES_FIRST);
  }

  private HashPages(Scratch scratch, long pages) {
    this.scratch = scratch;
    this.pages = pages;
    room = scratch.room();
  }

  boolean holds(long hash) {
    return page.get(slot(hash)) == hash;
  }

  /** Adds a hash that it does not hold. */
  void add(long hash) {
    page.put(slot(hash), hash);
    changed = true;
    if (++size > pages * FILLED_MAX) {
      grow();
    }
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

  /** In twice the room the hashes have the same order, so that no page is turned to twice. */
  private void grow() {
    HashPages larger = new HashPages(scratch, pages * 2);
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
