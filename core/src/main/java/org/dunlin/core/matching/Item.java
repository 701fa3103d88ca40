package org.dunlin.core.matching;

import java.util.Comparator;
import java.util.List;
import org.dunlin.core.model.EarlyPayment;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document as matching keeps it: small, since there may be millions, and with what is still open
 * of it as payments take their share. Amounts are in the minor unit of its currency, days count
 * from 1970.
 */
final class Item {
  private static final int PERCENT = 100_000;
  private static final int[] TENS = {1, 10, 100};
  private static final short NO_DIGITS = -1;
  private static final short UNKNOWN = -2;

  final String id;
  final String number;
  final Debtor debtor;
  final CurrencyUnit currency;
  final @Nullable String reference;
  final @Nullable String order;
  final int issued;
  final int due;
  final long total;

  /** Percent of the total in thousandths that may be deducted until a day; 0 is no discount. */
  final int discount;

  final int discountUntil;
  private final boolean credit;
  private final boolean standing;
  private final long @Nullable [] instalments;
  private long open;

  /** The last digits of the number, as a number; see {@link #mayEndWith}. */
  private final short ending;

  Item(Invoice document, Money open, Debtor debtor) {
    this.id = document.id();
    this.number = document.number();
    this.debtor = debtor;
    this.currency = document.currency();
    this.reference = document.paymentReference();
    this.order = document.orderReference();
    this.issued = (int) document.issueDate().toEpochDay();
    this.due = document.dueDate() == null ? issued : (int) document.dueDate().toEpochDay();
    this.total = document.total().getAmountMinorLong();
    EarlyPayment early = document.earlyPayment();
    this.discount = early == null ? 0 : early.percent().movePointRight(3).intValue();
    this.discountUntil = early == null ? 0 : (int) early.until().toEpochDay();
    this.credit = document.kind() == InvoiceKind.CREDIT_NOTE;
    this.standing = document.status() == InvoiceStatus.OPEN;
    this.instalments = document.instalments().size() < 2 ? null : amounts(document.instalments());
    this.open = open.getAmountMinorLong();
    this.ending = ending(number);
  }

  private static short ending(String number) {
    int ending = 0;
    int digits = 0;
    for (int i = number.length() - 1; i >= 0 && digits < TENS.length; i--) {
      char c = number.charAt(i);
      if (NumberPattern.digit(c)) {
        ending += (c - '0') * TENS[digits++];
      } else if (c >= 128) {
        return UNKNOWN;
      } else if (Character.isLetter(c)) {
        return NO_DIGITS;
      }
    }
    return digits < TENS.length ? NO_DIGITS : (short) ending;
  }

  /**
   * False where the number cannot end with these digits, of which there are three at least, as told
   * without reading it: a customer's numbers lie all over the memory.
   */
  boolean mayEndWith(String digits) {
    return ending == UNKNOWN
        || ending == Integer.parseInt(digits, digits.length() - TENS.length, digits.length(), 10);
  }

  private static long[] amounts(List<Instalment> instalments) {
    return instalments.stream()
        .sorted(Comparator.comparing(Instalment::dueDate))
        .mapToLong(each -> each.amount().getAmountMinorLong())
        .toArray();
  }

  long open() {
    return open;
  }

  Money openMoney() {
    return money(open);
  }

  Money money(long minor) {
    return Money.ofMinor(currency, minor);
  }

  void take(long minor) {
    open -= minor;
  }

  /** Whether it is an invoice with something left to pay. */
  boolean payable() {
    return !credit && standing && open > 0;
  }

  /** Whether it is a credit note with something left to deduct. */
  boolean creditable() {
    return credit && standing && open > 0;
  }

  boolean credit() {
    return credit;
  }

  /**
   * Whether this is what is open of one of its instalments, of which the earliest is paid first.
   */
  boolean instalment(long amount) {
    if (instalments == null || amount >= open) {
      return false;
    }
    long paid = total - open;
    for (long each : instalments) {
      long covered = Math.min(paid, each);
      paid -= covered;
      if (each - covered == amount) {
        return true;
      }
    }
    return false;
  }

  /** What may be deducted of it by who pays on this day; 0 where nothing. */
  long discountOn(int day) {
    if (discount == 0 || day > discountUntil || open != total) {
      return 0;
    }
    return (total * discount + PERCENT / 2) / PERCENT;
  }

  @Override
  public String toString() {
    return number;
  }
}
