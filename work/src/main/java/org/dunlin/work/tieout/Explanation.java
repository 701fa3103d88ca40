package org.dunlin.work.tieout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.tieout.Compared;
import org.dunlin.store.tieout.DifferencePart;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.KnownReasons.Claimed;
import org.dunlin.store.tieout.KnownReasons.Of;
import org.dunlin.store.tieout.TieOutLine;
import org.jspecify.annotations.Nullable;

/**
 * Says of differences what explains them. The parts of a difference are together all of it: what is
 * left without a reason is shown as that, and never plugged.
 */
final class Explanation {
  private final Map<Of, List<Claimed>> claimed;
  private final OnAccount onAccount;
  private final boolean quarantined;

  /**
   * By what is known.
   *
   * @param claimed what the hub has found, by how its write-backs stand
   * @param quarantined whether records of the connection are held in quarantine
   */
  Explanation(Map<Of, List<Claimed>> claimed, OnAccount onAccount, boolean quarantined) {
    this.claimed = claimed;
    this.onAccount = onAccount;
    this.quarantined = quarantined;
  }

  TieOutLine line(Compared compared) {
    return line(compared, parts(compared));
  }

  /** The same line, of which it is not known whether it holds: one side changed each time. */
  static TieOutLine changing(Compared compared, TieOutLine line) {
    List<DifferencePart> parts = new ArrayList<>();
    for (DifferencePart part : line.parts()) {
      parts.add(
          part.reason().explained()
              ? part
              : new DifferencePart(DifferenceReason.CHANGING, part.amount(), null));
    }
    return line(compared, parts);
  }

  private static TieOutLine line(Compared compared, List<DifferencePart> parts) {
    return new TieOutLine(
        compared.customerKey(),
        compared.customerId(),
        compared.name(),
        compared.program(),
        compared.hub(),
        parts);
  }

  private List<DifferencePart> parts(Compared compared) {
    List<DifferencePart> parts = new ArrayList<>();
    String currency = compared.program().getCurrencyUnit().getCode();
    BigDecimal left = compared.claimed();
    for (Claimed each : claimed.getOrDefault(new Of(compared.customerKey(), currency), List.of())) {
      add(parts, DifferenceReason.NOT_WRITTEN_BACK, each.amount(), each.state());
      left = left.subtract(each.amount());
    }
    add(parts, DifferenceReason.NOT_WRITTEN_BACK, left, null);
    add(parts, DifferenceReason.MISSING_AT_SOURCE, compared.missing().negate(), null);
    BigDecimal rest = rest(compared);
    if (rest.signum() != 0) {
      add(parts, reason(compared, currency, rest), rest, null);
    }
    return parts;
  }

  /** What is left of a difference by neither claims nor missing documents. */
  static BigDecimal rest(Compared compared) {
    return compared
        .program()
        .minus(compared.hub())
        .getAmount()
        .subtract(compared.claimed())
        .add(compared.missing());
  }

  private DifferenceReason reason(Compared compared, String currency, BigDecimal rest) {
    if (compared.otherCurrency()) {
      return DifferenceReason.OTHER_CURRENCY;
    }
    if (compared.customerId() == null) {
      return DifferenceReason.UNKNOWN_CUSTOMER;
    }
    if (rest.signum() < 0 && onAccount.holds(currency, rest.negate())) {
      return DifferenceReason.ON_ACCOUNT;
    }
    return quarantined ? DifferenceReason.IN_QUARANTINE : DifferenceReason.UNEXPLAINED;
  }

  private static void add(
      List<DifferencePart> parts,
      DifferenceReason reason,
      BigDecimal amount,
      @Nullable EffectState effect) {
    if (amount.signum() != 0) {
      parts.add(new DifferencePart(reason, amount, effect));
    }
  }
}
