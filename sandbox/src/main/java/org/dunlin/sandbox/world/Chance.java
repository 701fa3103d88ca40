package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Draws that depend on the seed and on what they are about, and on nothing drawn before: a customer
 * who reacts to a reminder does not change what all others do. {@link Random} is specified to the
 * bit, so a seed means the same on every Java.
 */
final class Chance {
  private final Random random;

  private Chance(long seed) {
    this.random = new Random(seed);
  }

  static Chance of(long seed, String about) {
    long mixed = seed;
    for (int i = 0; i < about.length(); i++) {
      mixed = (mixed ^ about.charAt(i)) * 0x100000001b3L;
    }
    // The finaliser of SplitMix64: neighbouring seeds would else begin alike.
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return new Chance(mixed ^ (mixed >>> 31));
  }

  static Chance of(long seed, String about, LocalDate day) {
    return of(seed, about + " " + day);
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** A number from low to high, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  <T> T from(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  Random random() {
    return random;
  }
}
