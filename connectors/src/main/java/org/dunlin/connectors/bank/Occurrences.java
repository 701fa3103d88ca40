package org.dunlin.connectors.bank;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dunlin.connectors.Scratch;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often each name came without keeping the names: a statement of a year may have
 * millions. Kept are 64-bit hashes, one for each time a name came; two names that collide only get
 * an ordinal more than they need.
 *
 * <p>None may ever be forgotten: the same name may come again at any place of a file, and a second
 * entry that got the name of the first would be lost. So the latest hashes are held, in about
 * twelve bytes each, and whenever these are as many as may be, they go outside in the order of its
 * pages.
 */
public final class Occurrences {
  /**
   * Many small tables instead of one: each grows by itself, so no moment needs twice the memory.
   */
  private static final int TABLES = 1 << 10;

  /** With which FNV-1a begins. */
  private static final long NOTHING = 0xcbf29ce484222325L;

  private static final int TABLE_SHIFT = Long.SIZE - 10;

  /** Together some four megabytes; few statements have as many entries. */
  private static final int HELD_MAX = 1 << 18;

  private final Table[] tables = new Table[TABLES];
  private final Map<Long, Integer> often = new Often();
  private final Scratch scratch;
  private final int heldMax;
  private int held;
  private @Nullable HashPages outside;

  /** Nothing came yet; what is too much for memory goes there. */
  public Occurrences(Scratch scratch) {
    this(scratch, HELD_MAX);
  }

  Occurrences(Scratch scratch, int heldMax) {
    this.scratch = scratch;
    this.heldMax = heldMax;
  }

  /** How often this name came, this time included. */
  public int count(String name) {
    return count(NOTHING, name);
  }

  /** What names have in common at their beginning, for {@link #count(long, String)}. */
  public static long beginning(String text) {
    return hash(NOTHING, text);
  }

  /** How often the name with this beginning came, this time included. */
  public int count(long beginning, String name) {
    long hash = hash(beginning, name);
    Integer known = often.get(hash);
    int times = (known == null ? looked(hash) : known) + 1;
    note(nth(hash, times));
    if (times >= Often.TIMES_MIN) {
      often.put(hash, times);
    }
    return times;
  }

  private int looked(long hash) {
    int came = 0;
    int step = 1;
    while (came(nth(hash, came + step))) {
      came += step;
      step *= 2;
    }
    while (step > 1) {
      step /= 2;
      if (came(nth(hash, came + step))) {
        came += step;
      }
    }
    return came;
  }

  private boolean came(long hash) {
    HashPages others = outside;
    return table(hash).holds(hash) || (others != null && others.holds(hash));
  }

  private void note(long hash) {
    if (held >= heldMax) {
      turnOut();
    }
    table(hash).add(hash);
    held++;
  }

  private void turnOut() {
    HashPages others = outside;
    if (others == null) {
      others = new HashPages(scratch);
      outside = others;
    }
    others.expect(held);
    for (Table table : tables) {
      if (table != null) {
        table.empty(others);
      }
    }
    held = 0;
  }

  private Table table(long hash) {
    int chosen = (int) (hash >>> TABLE_SHIFT);
    Table table = tables[chosen];
    if (table == null) {
      table = new Table();
      tables[chosen] = table;
    }
    return table;
  }

  /** The hash of a name's nth time; never zero, which marks a free slot. */
  private static long nth(long hash, int times) {
    long mixed = (hash + times) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
    mixed ^= mixed >>> 32;
    return mixed == 0 ? 1 : mixed;
  }

  /** FNV-1a over the characters. */
  private static long hash(long beginning, String name) {
    long hash = beginning;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** How often names came that come often: looked up, each would take dozens of pages. */
  private static final class Often extends LinkedHashMap<Long, Integer> {
    private static final int TIMES_MIN = 8;
    private static final int NAMES_MAX = 1_000;
    private static final long serialVersionUID = 1;

    Often() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
      return size() > NAMES_MAX;
    }
  }

  /** A set of hashes, each in its slot or the next free one. */
  private static final class Table {
    private long[] hashes = new long[8];
    private int size;

    boolean holds(long hash) {
      return hashes[slot(hash, hashes)] == hash;
    }

    void add(long hash) {
      hashes[slot(hash, hashes)] = hash;
      if (++size * 5L > hashes.length * 4L) {
        grow();
      }
    }

    /** Hands all over in their order, of which the upper bits are the same. */
    void empty(HashPages others) {
      long[] sorted = hashes.clone();
      Arrays.sort(sorted);
      for (long hash : sorted) {
        if (hash != 0) {
          others.add(hash);
        }
      }
      Arrays.fill(hashes, 0);
      size = 0;
    }

    private void grow() {
      long[] larger = new long[hashes.length + hashes.length / 2];
      for (long hash : hashes) {
        if (hash != 0) {
          larger[slot(hash, larger)] = hash;
        }
      }
      hashes = larger;
    }

    private static int slot(long hash, long[] hashes) {
      int slot = (int) ((hash & 0xffff_ffffL) * hashes.length >>> 32);
      while (hashes[slot] != 0 && hashes[slot] != hash) {
        slot = slot + 1 == hashes.length ? 0 : slot + 1;
      }
      return slot;
    }
  }
}
