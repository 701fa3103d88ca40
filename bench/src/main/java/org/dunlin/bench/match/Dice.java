package org.dunlin.bench.match;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Chance with a seed, so that a world can be made again. */
final class Dice {
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String digits(int length) {
    StringBuilder digits = new StringBuilder();
    digits.append(1 + random.nextInt(9));
    while (digits.length() < length) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /** A word that is none. */
  String word() {
    StringBuilder word = new StringBuilder();
    int syllables = between(2, 4);
    for (int i = 0; i < syllables; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    if (oneIn(2)) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
    }
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }

  /** An account number of the country's shape whose check digits hold. */
  String iban(String country) {
    String bank = digits(18);
    StringBuilder number = new StringBuilder();
    for (char c : (bank + country + "00").toCharArray()) {
      number.append(Character.digit(c, 36));
    }
    int check = 98 - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    return country + (check < 10 ? "0" : "") + check + bank;
  }

  /** A price in cents: mostly any, sometimes a round one. */
  long amount() {
    if (oneIn(8)) {
      return 500L * between(5, 400);
    }
    return switch (random.nextInt(3)) {
      case 0 -> between(1_500, 40_000);
      case 1 -> between(10_000, 200_000);
      default -> between(50_000, 1_500_000);
    };
  }
}
