package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What customers pay at the company's payment provider, and what that pays out to its bank. */
final class Online {
  /** The account at the provider, in place of an IBAN. */
  static final String ACCOUNT = "online";

  private static final int ONE_IN = 3;

  private final long seed;
  private final Debts debts;
  private final Chronicle chronicle;
  private final Party provider;
  private final List<Movement> payouts = new ArrayList<>();

  Online(long seed, Debts debts, Chronicle chronicle) {
    this.seed = seed;
    this.debts = debts;
    this.chronicle = chronicle;
    this.provider = Party.of("Stg Mollie Payments", "NL", seed);
  }

  /** What whoever has this address means to pay of the invoices that a message names. */
  Optional<OnlinePayment> wish(LocalDate on, String email, Collection<String> numbers) {
    List<Debt> due =
        numbers.stream()
            .map(debts::find)
            .flatMap(Optional::stream)
            .filter(debt -> email.equalsIgnoreCase(debt.invoice().debtor().customer().email()))
            .filter(debt -> debt.remaining().isPositive() && debt.invoice().due().isBefore(on))
            .toList();
    if (due.isEmpty() || !pays(due.getFirst())) {
      return Optional.empty();
    }
    Party payer = due.getFirst().invoice().debtor().payer();
    return Optional.of(
        new OnlinePayment(
            payer.name(),
            payer.iban(),
            Euro.sum(due.stream().map(Debt::remaining).toList()),
            due.stream().map(debt -> debt.invoice().number()).toList()));
  }

  private boolean pays(Debt debt) {
    Chance chance = Chance.of(seed, "link " + debt.reminders() + " for " + debt.invoice().number());
    return switch (debt.invoice().debtor().habit()) {
      case PROMPT, SLOW, AFTER_REMINDER, PART_PAYER, FORGETS_REFERENCE, MISTYPES ->
          chance.oneIn(ONE_IN);
      case JOINS,
          DOUBLE_PAYER,
          OVERPAYS,
          BY_THIRD_PARTY,
          DIRECT_DEBIT,
          TAKES_DISCOUNT,
          DEDUCTS_TOO_LATE,
          IN_INSTALMENTS,
          CONTESTS,
          NEVER,
          GONE ->
          false;
    };
  }

  /**
   * It was paid, as the provider says at once; whoever is reminded from tomorrow on is so wrongly.
   */
  void paid(LocalDate on, OnlinePayment payment, String reference) {
    List<Portion> meant = new ArrayList<>();
    for (String number : payment.invoiceNumbers()) {
      Debt debt = debts.find(number).orElseThrow();
      meant.add(new Portion(number, debt.remaining()));
      debt.paid(debt.remaining());
    }
    chronicle.paidOnline(
        reference,
        on,
        Movement.received(
            payment.amount(),
            new Party(payment.payerName(), payment.payerIban(), ""),
            Remittance.NONE,
            null,
            meant));
  }

  /** The provider orders its bank to pay out; the next statement of the main account shows it. */
  void payOut(Money amount, String reference) {
    payouts.add(
        Movement.received(
            amount,
            provider,
            Remittance.text(reference + " Mollie uitbetaling " + Creditor.NAME),
            reference,
            List.of()));
  }

  /** What the bank books next. */
  List<List<Movement>> take() {
    List<List<Movement>> taken = payouts.stream().map(List::of).toList();
    payouts.clear();
    return taken;
  }
}
