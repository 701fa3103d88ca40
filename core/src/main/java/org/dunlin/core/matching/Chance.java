package org.dunlin.core.matching;

/** How often amounts add up to another one by accident. */
final class Chance {
  private Chance() {}

  /** Of how many amounts a way may have, so that no more ways than this are to be tried. */
  static int largest(int amounts, int most, int ways) {
    double tried = 0;
    for (int size = 1; size <= Math.min(most, amounts); size++) {
      tried += choose(amounts, size);
      if (tried > ways && size > 2) {
        return size - 1;
      }
    }
    return most;
  }

  /** The ways of up to this size that are expected to meet one sum among all that are possible. */
  static double expected(long[] amounts, int size, int targets) {
    long grain = 0;
    long sum = 0;
    for (long amount : amounts) {
      grain = gcd(amount, grain);
      sum += amount;
    }
    double ways = 0;
    for (int i = 2; i <= size; i++) {
      ways += choose(amounts.length, i);
    }
    return targets * ways * grain / Math.max(1, sum);
  }

  private static long gcd(long one, long other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  private static double choose(int all, int some) {
    double ways = 1;
    for (int i = 0; i < some; i++) {
      ways = ways * (all - i) / (i + 1);
    }
    return ways;
  }
}
