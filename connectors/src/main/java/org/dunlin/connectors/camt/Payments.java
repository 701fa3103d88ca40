package org.dunlin.connectors.camt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes payments of an entry: one, or one of each transaction where these add up to the entry. */
final class Payments {
  private Payments() {}

  /**
   * The payments of an entry. An amount of zero moves no money, so it gives none.
   *
   * @param key the id of the entry; the transactions of a batch append their number
   */
  static List<Payment> of(Entry entry, AccountId account, String key) {
    List<Payment> payments = new ArrayList<>();
    if (entry.details().size() > 1 && addUp(entry)) {
      for (int i = 0; i < entry.details().size(); i++) {
        Detail detail = entry.details().get(i);
        Money amount = detail.amount();
        if (amount != null && !amount.isZero()) {
          String id = key + "/" + (i + 1);
          payments.add(payment(id, entry.head(), detail, amount, detail.additional(), account));
        }
      }
    } else if (!entry.head().amount().isZero()) {
      Detail whole = whole(entry);
      String words = whole.additional() != null ? whole.additional() : entry.additional();
      payments.add(payment(key, entry.head(), whole, entry.head().amount(), words, account));
    }
    return payments;
  }

  private static boolean addUp(Entry entry) {
    Money sum = Money.zero(entry.head().amount().getCurrencyUnit());
    for (Detail detail : entry.details()) {
      Money amount = detail.amount();
      if (amount == null || amount.isNegative()) {
        return false;
      }
      sum = sum.plus(Signs.signed(amount, detail.direction()));
    }
    return sum.equals(entry.head().signed());
  }

  /** The entry as one transaction: what all its transactions agree on, and all their words. */
  private static Detail whole(Entry entry) {
    EntryHead head = entry.head();
    List<Detail> details = entry.details();
    PaymentKind kind = shared(details, Detail::kind);
    Counterparty party = shared(details, Detail::counterparty);
    return new Detail(
        head.amount(),
        head.direction(),
        kind != null ? kind : head.code().kind(head.reversal()),
        details.size() == 1 ? details.get(0).transactionCode() : head.code().text(),
        party != null ? party : Counterparty.UNKNOWN,
        together(details),
        shared(details, Detail::additional),
        shared(details, Detail::endToEndId),
        null);
  }

  private static Remittance together(List<Detail> details) {
    if (details.size() == 1) {
      return details.get(0).remittance();
    }
    String text =
        details.stream()
            .map(detail -> detail.remittance().text())
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" "));
    return new Remittance(
        text.isEmpty() ? null : text,
        shared(details, detail -> detail.remittance().creditorReference()),
        details.stream().flatMap(detail -> detail.remittance().references().stream()).toList());
  }

  private static <T> @Nullable T shared(List<Detail> details, Function<Detail, @Nullable T> part) {
    if (details.isEmpty()) {
      return null;
    }
    T first = part.apply(details.get(0));
    boolean all = details.stream().allMatch(detail -> Objects.equals(part.apply(detail), first));
    return all ? first : null;
  }

  private static Payment payment(
      String id,
      EntryHead head,
      Detail detail,
      Money amount,
      @Nullable String bankWords,
      AccountId account) {
    Remittance remittance = detail.remittance();
    return new Payment(
        id,
        detail.kind(),
        detail.direction(),
        head.bookingDate(),
        head.valueDate(),
        amount,
        detail.counterparty().name(),
        detail.counterparty().account(),
        detail.counterparty().bic(),
        remittance.isEmpty() ? Remittance.oneLine(bankWords) : remittance.text(),
        remittance.creditorReference(),
        remittance.references(),
        detail.endToEndId(),
        detail.transactionCode(),
        account,
        detail.returnOf(),
        null);
  }
}
