package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which of some amounts add up to a sum: all ways up to a number of them, or nothing where that
 * cannot be said within a bounded number of steps.
 */
final class SubsetSum {
  private static final int MOST_STEPS = 60_000;

  private final long[] amounts;
  private final long[] rest;
  private final int largest;
  private final int wanted;
  private final BitSet chosen = new BitSet();
  private final List<BitSet> found = new ArrayList<>();
  private int steps;

  private SubsetSum(long[] descending, int largest, int wanted) {
    this.amounts = descending;
    this.largest = largest;
    this.wanted = wanted;
    this.rest = new long[descending.length + 1];
    for (int i = descending.length - 1; i >= 0; i--) {
      rest[i] = rest[i + 1] + descending[i];
    }
  }

  /**
   * @param ways the first ways that were found, as places in the list of amounts
   * @param complete whether there are no others of no more than that many amounts
   */
  record Result(List<BitSet> ways, boolean complete) {}

  /**
   * @param descending positive amounts, the largest first
   * @param largest how many of them a way may have
   * @param wanted after so many ways the search ends
   */
  static Result of(long[] descending, long sum, int largest, int wanted) {
    SubsetSum search = new SubsetSum(descending, largest, wanted);
    boolean complete = search.from(0, sum, 0);
    return new Result(search.found, complete);
  }

  /** False when it ended before all was tried. */
  private boolean from(int at, long left, int count) {
    if (left == 0) {
      found.add((BitSet) chosen.clone());
      return found.size() < wanted;
    }
    if (count == largest || at == amounts.length || rest[at] < left) {
      return true;
    }
    for (int i = at; i < amounts.length && rest[i] >= left; i++) {
      if (++steps > MOST_STEPS) {
        return false;
      }
      if (amounts[i] <= left && amounts[i] * (largest - count) >= left) {
        chosen.set(i);
        boolean more = from(i + 1, left - amounts[i], count + 1);
        chosen.clear(i);
        if (!more) {
          return false;
        }
      } else if (amounts[i] * (largest - count) < left) {
        return true; // even the largest that are left do not suffice
      }
    }
    return true;
  }
}
