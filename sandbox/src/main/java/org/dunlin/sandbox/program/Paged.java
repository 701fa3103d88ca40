package org.dunlin.sandbox.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts pages, and twists them where that is wanted. */
public final class Paged {
  private Paged() {}

  /**
   * A page.
   *
   * @param offset of its first record, from 0
   * @param twist what is to go wrong with it, if anything
   */
  public static <T> List<T> page(List<T> all, int offset, int size, @Nullable Happening twist) {
    int start = twist == Happening.PAGE_TWICE ? Math.max(0, offset - size) : offset;
    int from = Math.min(start, all.size());
    List<T> page = new ArrayList<>(all.subList(from, Math.min(from + size, all.size())));
    return twist == Happening.PAGE_REORDERED ? page.reversed() : page;
  }
}
