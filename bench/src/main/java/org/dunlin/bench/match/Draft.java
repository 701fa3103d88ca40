package org.dunlin.bench.match;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment while it is made up. */
final class Draft {
  private final Situation situation;
  private final String id;
  private final LocalDate day;
  private final Map<String, Long> truth = new LinkedHashMap<>();
  private PaymentKind kind = PaymentKind.TRANSFER;
  private Direction direction = Direction.IN;
  private CurrencyUnit currency = CurrencyUnit.EUR;
  private long amount;
  private @Nullable String name;
  private @Nullable String account;
  private @Nullable String text;
  private @Nullable String reference;

  Draft(Situation situation, String id, LocalDate day) {
    this.situation = situation;
    this.id = id;
    this.day = day;
  }

  Situation situation() {
    return situation;
  }

  Draft by(@Nullable String payer, @Nullable String iban) {
    name = payer;
    account = iban;
    return this;
  }

  Draft text(String remittance) {
    text = remittance.isBlank() ? null : remittance;
    return this;
  }

  Draft reference(String creditorReference) {
    reference = creditorReference;
    return this;
  }

  Draft of(PaymentKind other, Direction way, CurrencyUnit unit, long cents) {
    kind = other;
    direction = way;
    currency = unit;
    amount = cents;
    truth.clear();
    return this;
  }

  /** In full. */
  Draft pays(List<Invoice> invoices, World world) {
    truth.clear();
    invoices.forEach(each -> truth.put(each.id(), world.open(each)));
    amount = truth.values().stream().mapToLong(Long::longValue).sum();
    return this;
  }

  /** Less money for the one invoice. */
  Draft less(long cents) {
    amount -= cents;
    truth.replaceAll((invoice, all) -> all - cents);
    return this;
  }

  Draft share(int percent) {
    return less(amount - amount * percent / 100);
  }

  /** More money than the invoice wants. */
  Draft more(long cents) {
    amount += cents;
    return this;
  }

  /** A credit note makes up for what is less. */
  Draft credit(Invoice note, World world) {
    truth.replaceAll((invoice, money) -> money + world.open(note));
    truth.put(note.id(), world.open(note));
    return this;
  }

  /** A round sum for what is due, earliest first. */
  Draft onAccount(List<Invoice> open, long cents, World world) {
    truth.clear();
    amount = cents;
    long left = cents;
    for (Invoice each : open.stream().sorted(Comparator.comparing(Invoice::issueDate)).toList()) {
      if (left > 0) {
        truth.put(each.id(), Math.min(left, world.open(each)));
        left -= world.open(each);
      }
    }
    return this;
  }

  @Nullable Arrival done() {
    return amount > 0 && truth.values().stream().allMatch(each -> each > 0)
        ? new Arrival(situation, payment(), false, truth)
        : null;
  }

  Arrival nothing() {
    truth.clear();
    return new Arrival(situation, payment(), false, truth);
  }

  Arrival ambiguous() {
    return new Arrival(situation, payment(), true, truth);
  }

  private Payment payment() {
    return new Payment(
        id,
        kind,
        direction,
        day,
        day,
        Money.ofMinor(currency, amount),
        name,
        account == null ? null : AccountId.ofIban(account),
        null,
        text,
        reference,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }
}
