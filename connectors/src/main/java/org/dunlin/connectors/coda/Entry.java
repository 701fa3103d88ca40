package org.dunlin.connectors.coda;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Refusal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry (detail number 0000) with its details. Where these add up to it, they are its payments,
 * and it is none itself; else it is one payment, and they are none.
 */
final class Entry {
  /** So many details are held to see whether they add up; of more, all must. */
  static final int HELD = 5_000;

  private final Movement main;
  private final Payments payments;
  private final List<Movement> details = new ArrayList<>(0);
  private Movement last;
  private Money sum;
  private @Nullable String name;
  private int opened;

  Entry(Movement main, Payments payments) {
    this.main = main;
    this.payments = payments;
    last = main;
    sum = Money.zero(main.signed().getCurrencyUnit());
  }

  /** Whether a detail is of this entry. */
  boolean holds(Movement detail) {
    return main.isOf(detail.line());
  }

  /** The movement to which the next record may belong. */
  Movement last() {
    return last;
  }

  void add(Movement detail) {
    last = detail;
    if (main.code().hasParts()) {
      main.add(detail);
    } else if (detail.code().isPart() && !details.isEmpty()) {
      details.getLast().add(detail);
    } else {
      if (details.size() == HELD) {
        open();
      }
      details.add(detail);
      sum = sum.plus(detail.signed());
    }
  }

  /** Hands over the payments of the entry. */
  void end() {
    if (details.isEmpty()) {
      payments.of(main, main, name());
    } else if (sum.equals(main.signed())) {
      open();
    } else if (opened > 0) {
      throw new Refusal(
          "BATCH_DOES_NOT_ADD_UP",
          main.line().number(),
          "the details of movement "
              + main.line().raw(3, 6)
              + " are "
              + sum.getAmount().toPlainString()
              + " together, and not "
              + main.signed().getAmount().toPlainString()
              + "; ask the bank for the complete file");
    } else {
      payments.whole(main, details, name());
    }
  }

  private void open() {
    for (Movement detail : details) {
      payments.of(detail, main, name() + "/" + ++opened);
    }
    details.clear();
  }

  private String name() {
    String known = name;
    if (known == null) {
      known = payments.name(main);
      name = known;
    }
    return known;
  }
}
