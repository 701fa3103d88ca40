package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The company's accounting program: two to four invoices a working day, and so many more as the
 * world has more customers than the table; now and then a credit.
 */
final class Billing {
  private final long seed;
  private final Creditor creditor;
  private final List<Debtor> debtors;
  private final Predicate<Debtor> plainNumbers;
  private final int beyondTable;
  private final List<Debtor> nextInTurn = new ArrayList<>();
  private int invoices;
  private int creditNotes;

  /**
   * @param plainNumbers whether numbers of a customer's documents are digits alone
   */
  Billing(long seed, Creditor creditor, List<Debtor> debtors, Predicate<Debtor> plainNumbers) {
    this.seed = seed;
    this.creditor = creditor;
    this.debtors = debtors;
    this.plainNumbers = plainNumbers;
    this.beyondTable = Math.max(0, debtors.size() - Debtors.inTable());
  }

  List<Document> invoices(LocalDate day) {
    if (!BankingDays.isOne(day)) {
      return List.of();
    }
    List<Document> issued = new ArrayList<>();
    Chance chance = Chance.of(seed, "invoices", day);
    int count = chance.between(2, 4) + beyondTable * chance.between(8, 14) / 100;
    for (int i = 0; i < count; i++) {
      Debtor debtor = next();
      issued.add(invoice(debtor, day));
      if (debtor.habit() == Habit.JOINS) {
        issued.add(invoice(debtor, day));
      }
    }
    return issued;
  }

  /** Takes back one line of an invoice, or the whole where it has but one. */
  Document creditNote(Document invoice, LocalDate day) {
    return creditNote(invoice, day, List.of(invoice.lines().getFirst()));
  }

  /** Books the discount for early payment that a customer deducted in time. */
  Document discountNote(Document invoice, LocalDate day) {
    return creditNote(invoice, day, Discount.lines(invoice));
  }

  private Document creditNote(Document invoice, LocalDate day, List<Line> lines) {
    creditNotes++;
    boolean plain = plainNumbers.test(invoice.debtor());
    return new Document(
        String.format(Locale.ROOT, plain ? "%d9%04d" : "C%d-%04d", day.getYear(), creditNotes),
        invoice.debtor(),
        day,
        day,
        lines,
        invoice.payTo(),
        null,
        invoice.number());
  }

  private Document invoice(Debtor debtor, LocalDate day) {
    invoices++;
    String form = plainNumbers.test(debtor) ? "%d%04d" : "%d-%04d";
    String number = String.format(Locale.ROOT, form, day.getYear(), invoices);
    Chance chance = Chance.of(seed, "lines of " + number);
    boolean subscriber = debtor.habit() == Habit.FORGETS_REFERENCE;
    return new Document(
        number,
        debtor,
        day,
        day.plusDays(debtor.termDays() + Instalments.days(debtor)),
        subscriber ? Wares.subscription(debtor) : Wares.sold(debtor, chance),
        creditor.payee(debtor),
        debtor.referenced() ? CheckDigits.creditorReference(number.replace("-", "")) : null,
        null);
  }

  /** Everybody buys once before anybody buys again. */
  private Debtor next() {
    if (nextInTurn.isEmpty()) {
      nextInTurn.addAll(debtors);
      Collections.shuffle(nextInTurn, Chance.of(seed, "turn after " + invoices).random());
    }
    return nextInTurn.removeLast();
  }
}
