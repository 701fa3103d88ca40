package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.matching.Settlement.Share;
import org.dunlin.core.matching.Settlement.Shortfall;
import org.dunlin.core.model.AdjustmentReason;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether a payment pays given invoices in full, and how. */
final class Amounts {
  /** A few cents, in the minor unit: what rounding makes. */
  private static final long ROUNDING = 5;

  /** Banks on the way take up to so much of the amount, in thousandths … */
  private static final int CHARGES_SHARE = 60;

  /** … and not more than so many times the company's tolerance. */
  private static final int CHARGES_TOLERANCES = 5;

  private final Map<CurrencyUnit, Money> tolerance;

  Amounts(Map<CurrencyUnit, Money> tolerance) {
    this.tolerance = tolerance;
  }

  private long tolerance(CurrencyUnit currency) {
    Money set = tolerance.get(currency);
    return set == null ? 0 : set.getAmountMinorLong();
  }

  /** The most that a difference may be to count as rounding. */
  long rounding(CurrencyUnit currency) {
    return Math.min(ROUNDING, tolerance(currency));
  }

  /**
   * How the payment settles all of the invoices, with these credit notes, or an instalment of the
   * only one; null where not.
   */
  @Nullable Settlement full(Collection<Item> invoices, Collection<Item> notes, Incoming incoming) {
    long credit = open(notes);
    long due = open(invoices) - credit;
    if (due == incoming.amount()) {
      return laid(credit == 0 ? Fit.EXACT : Fit.NET, invoices, notes, incoming.amount());
    }
    Settlement discounted = discounted(invoices, notes, due, incoming);
    if (discounted != null) {
      return discounted;
    }
    if (Math.abs(due - incoming.amount()) <= rounding(incoming.currency())) {
      return rounded(invoices, notes, due, incoming.amount());
    }
    return instalment(invoices, notes, incoming)
        ? laid(Fit.INSTALMENT, invoices, notes, incoming.amount())
        : null;
  }

  /** Of a payer who is not surely known, an instalment is a part of the amount like any other. */
  private static boolean instalment(
      Collection<Item> invoices, Collection<Item> notes, Incoming incoming) {
    if (invoices.size() != 1 || !notes.isEmpty()) {
      return false;
    }
    Item invoice = invoices.iterator().next();
    return invoice.instalment(incoming.amount()) && incoming.payer().surely(invoice.debtor.id);
  }

  private @Nullable Settlement discounted(
      Collection<Item> invoices, Collection<Item> notes, long due, Incoming incoming) {
    long discount = 0;
    for (Item invoice : invoices) {
      discount += invoice.discountOn(incoming.day());
    }
    long difference = due - discount - incoming.amount();
    if (discount == 0 || Math.abs(difference) > invoices.size()) {
      return null;
    }
    List<Shortfall> shortfalls = new ArrayList<>();
    long last = difference;
    for (Item invoice : invoices) {
      long amount = invoice.discountOn(incoming.day());
      if (amount > 0) {
        shortfalls.add(new Shortfall(invoice, amount + last, AdjustmentReason.DISCOUNT));
        last = 0;
      }
    }
    return laid(Fit.DISCOUNT, invoices, notes, incoming.amount(), shortfalls);
  }

  private Settlement rounded(
      Collection<Item> invoices, Collection<Item> notes, long due, long amount) {
    return due <= amount
        ? laid(Fit.ROUNDING, invoices, notes, due)
        : lacking(Fit.ROUNDING, invoices, notes, amount, AdjustmentReason.ROUNDING, due - amount);
  }

  /** How the payment settles the invoices, in full or not. */
  Settlement any(Collection<Item> invoices, Collection<Item> notes, Incoming incoming) {
    Settlement full = full(invoices, notes, incoming);
    if (full != null) {
      return full;
    }
    long due = open(invoices) - open(notes);
    return due > incoming.amount()
        ? less(invoices, notes, incoming)
        : laid(Fit.MORE, invoices, notes, incoming.amount());
  }

  /** Whether less came by what banks on the way may have taken. */
  boolean charged(long open, long amount, CurrencyUnit currency) {
    long lacking = open - amount;
    return lacking > 0
        && lacking <= CHARGES_TOLERANCES * tolerance(currency)
        && lacking * 1000 <= open * CHARGES_SHARE;
  }

  /** Less came; it goes to the invoices in their order. What a bank took is named. */
  Settlement less(Collection<Item> invoices, Collection<Item> notes, Incoming incoming) {
    long due = open(invoices) - open(notes);
    if (!charged(due, incoming.amount(), incoming.currency())) {
      return laid(Fit.LESS, invoices, notes, incoming.amount());
    }
    long lacking = due - incoming.amount();
    return lacking <= tolerance(incoming.currency())
        ? lacking(
            Fit.CHARGES, invoices, notes, incoming.amount(), AdjustmentReason.BANK_CHARGE, lacking)
        : laid(Fit.CHARGES, invoices, notes, incoming.amount());
  }

  private static Settlement lacking(
      Fit fit,
      Collection<Item> invoices,
      Collection<Item> notes,
      long amount,
      AdjustmentReason reason,
      long lacking) {
    Item last = null;
    for (Item invoice : invoices) {
      last = last == null || invoice.open() > last.open() ? invoice : last;
    }
    return last == null || last.open() <= lacking
        ? laid(fit, invoices, notes, amount)
        : laid(fit, invoices, notes, amount, List.of(new Shortfall(last, lacking, reason)));
  }

  /** Invoice after invoice in full, until the money is used up. */
  static Settlement laid(Fit fit, Collection<Item> invoices, Collection<Item> notes, long amount) {
    return laid(fit, invoices, notes, amount, List.of());
  }

  private static Settlement laid(
      Fit fit,
      Collection<Item> invoices,
      Collection<Item> notes,
      long amount,
      List<Shortfall> shortfalls) {
    List<Share> shares = new ArrayList<>();
    List<Item> credits = new ArrayList<>(notes);
    long credit = credits.isEmpty() ? 0 : credits.getFirst().open();
    long money = amount;
    for (Item invoice : invoices) {
      long open = invoice.open() - lacking(invoice, shortfalls);
      while (open > 0 && !credits.isEmpty()) {
        long share = Math.min(open, credit);
        shares.add(new Share(invoice, credits.getFirst(), share));
        open -= share;
        credit -= share;
        if (credit == 0) {
          credits.removeFirst();
          credit = credits.isEmpty() ? 0 : credits.getFirst().open();
        }
      }
      long share = Math.min(open, money);
      if (share > 0) {
        shares.add(new Share(invoice, null, share));
        money -= share;
      }
    }
    return new Settlement(fit, shares, shortfalls);
  }

  private static long lacking(Item invoice, List<Shortfall> shortfalls) {
    long lacking = 0;
    for (Shortfall each : shortfalls) {
      lacking += each.invoice() == invoice ? each.amount() : 0;
    }
    return lacking;
  }

  static long open(Collection<Item> invoices) {
    long sum = 0;
    for (Item invoice : invoices) {
      sum += invoice.open();
    }
    return sum;
  }
}
