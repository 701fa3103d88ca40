package org.dunlin.core.matching;

import java.util.List;

/**
 * A number that a payment quotes, and the open invoices that bear it.
 *
 * @param saying how it quotes it, such as {@code number 2026-0042 in the text}
 * @param weak whether it may as well be a year, a date or a count
 * @param loose whether only an equal amount can confirm it, see {@link Mention}
 */
record Numbered(String saying, List<Item> bearing, boolean weak, boolean loose) {
  Numbered {
    bearing = List.copyOf(bearing);
  }

  static Numbered of(Mention mention, List<Item> bearing) {
    boolean weak = WeakNumbers.isWeak(mention.written(), mention.key());
    return new Numbered(
        "number " + mention.written() + " in the text", bearing, weak, mention.loose());
  }

  Numbered with(List<Item> fewer) {
    return new Numbered(saying, fewer, weak, loose);
  }

  /** Of the same number quoted twice, the one that leaves less doubt. */
  Numbered clearer(Numbered other) {
    boolean better = (loose && !other.loose) || (weak && !other.weak);
    return better ? other : this;
  }

  /** Whether it can be nothing else, so that also a payment of another amount may be for it. */
  boolean firm() {
    return !weak && !loose;
  }

  /** Whether the payer is the customer of the invoice; asked where one customer's are left. */
  boolean confirmedBy(Incoming incoming) {
    return incoming.paidBy(bearing.getFirst().debtor);
  }

  /** A weak number that the payer does not confirm. */
  boolean doubtful(Incoming incoming) {
    return weak && !confirmedBy(incoming);
  }
}
