package org.dunlin.work.debit;

import java.util.UUID;
import org.dunlin.store.Ids;

/** Names that the hub gives: short, of characters that every bank takes, and nobody's data. */
final class References {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;

  private References() {}

  /** A reference of a mandate: {@code M-} and 60 random bits. */
  static String next() {
    return "M-" + text(Ids.next().getLeastSignificantBits());
  }

  /** How a debit is called end to end: its id, without hyphens, so that it is one for ever. */
  static String endToEnd(UUID debit) {
    return debit.toString().replace("-", "");
  }

  private static String text(long bits) {
    StringBuilder text = new StringBuilder();
    long rest = bits;
    for (int i = 0; i < LENGTH; i++) {
      text.append(DIGITS.charAt((int) (rest & 31)));
      rest >>>= 5;
    }
    return text.toString();
  }
}
