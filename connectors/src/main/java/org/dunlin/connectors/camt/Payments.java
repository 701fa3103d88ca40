package org.dunlin.connectors.camt;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.joda.money.Money;

/**
 * Makes payments of the entries of one account: one, or one of each transaction where these add up
 * to the entry, charges that the bank held back included.
 */
final class Payments {
  private final AccountId account;
  private final Consumer<CanonicalRecord> sink;
  private final BiConsumer<Entry, String> before;

  /** The payments of a statement's entries. */
  Payments(AccountId account, Consumer<CanonicalRecord> sink) {
    this(account, sink, (entry, key) -> {});
  }

  /**
   * @param before takes each entry that moved money, and its key, before its payments
   */
  Payments(AccountId account, Consumer<CanonicalRecord> sink, BiConsumer<Entry, String> before) {
    this.account = account;
    this.sink = sink;
    this.before = before;
  }

  /**
   * Hands over the payments of an entry. An amount of zero moves no money, so it gives none.
   *
   * @param key the id of the entry; the transactions of a batch append their number
   */
  void of(Entry entry, String key) {
    begin(entry, key);
    if (!entry.cut() && entry.details().size() > 1 && isComplete(entry.details())) {
      Money rest = entry.head().signed().minus(sum(entry));
      if (isCharge(entry, rest)) {
        batch(entry, key);
        charge(entry, rest, key);
        return;
      }
    }
    whole(entry, key);
  }

  /** Begins an entry; {@link #of} does so itself. */
  void begin(Entry entry, String key) {
    if (!entry.head().amount().isZero()) {
      before.accept(entry, key);
    }
  }

  /** Whether what the transactions leave of their entry is nothing, or what the bank charged. */
  static boolean isCharge(Entry entry, Money rest) {
    return rest.isZero() || rest.negated().equals(charged(entry));
  }

  /** Hands over what the bank held back from a batch, where that is anything. */
  void charge(Entry entry, Money rest, String key) {
    if (!rest.isZero()) {
      sink.accept(Movement.charge(key + "/charges", entry.head(), rest, account));
    }
  }

  /** Hands over one transaction of a batch; its number counts from 1. */
  void ofBatch(EntryHead head, Detail detail, String key, int number) {
    Money amount = detail.amount();
    if (amount != null && !amount.isZero()) {
      Movement movement = new Movement(head, detail, detail.additional());
      sink.accept(movement.payment(key + "/" + number, amount, account));
    }
  }

  /** Whether every transaction says what it moved on the account. */
  static boolean isComplete(List<Detail> details) {
    for (Detail detail : details) {
      Money amount = detail.amount();
      if (amount == null || amount.isNegative()) {
        return false;
      }
    }
    return true;
  }

  /** What the transactions moved; {@link #isComplete} has said that each says it. */
  static Money sum(Entry entry) {
    Money sum = Money.zero(entry.head().amount().getCurrencyUnit());
    for (Detail detail : entry.details()) {
      Money amount = detail.amount();
      sum = amount == null ? sum : sum.plus(Signs.signed(amount, detail.direction()));
    }
    return sum;
  }

  private void batch(Entry entry, String key) {
    int number = 0;
    for (Detail detail : entry.details()) {
      ofBatch(entry.head(), detail, key, ++number);
    }
  }

  private void whole(Entry entry, String key) {
    Money amount = entry.head().amount();
    if (!amount.isZero()) {
      Detail whole = Whole.of(entry);
      String words = whole.additional() != null ? whole.additional() : entry.additional();
      sink.accept(new Movement(entry.head(), whole, words).payment(key, amount, account));
    }
  }

  /** What the entry says was charged for it, else what its transactions say. */
  private static Money charged(Entry entry) {
    Money ofEntry = Charges.taken(entry.further().charges(), entry.head().amount());
    if (!ofEntry.isZero()) {
      return ofEntry;
    }
    Money sum = ofEntry;
    for (Detail detail : entry.details()) {
      sum = sum.plus(Charges.taken(detail.further().charges(), sum));
    }
    return sum;
  }
}
