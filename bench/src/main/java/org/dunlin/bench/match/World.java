package org.dunlin.bench.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.EarlyPayment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.reference.CreditorReference;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An invented company with its customers and documents, before anybody pays. */
final class World {
  static final LocalDate START = LocalDate.of(2026, 5, 4);

  final Dice dice;
  final Company company;
  final List<Buyer> buyers = new ArrayList<>();
  final List<Invoice> documents = new ArrayList<>();
  final Map<String, Long> open = new HashMap<>();

  /** A customer with what it owes and how it pays. */
  static final class Buyer {
    final Customer customer;
    final Words words;
    final Numbering numbering;
    final String account;
    final List<Invoice> invoices = new ArrayList<>();
    final List<Invoice> notes = new ArrayList<>();
    boolean accountKnown;

    Buyer(Customer customer, Words words, Numbering numbering, String account, boolean known) {
      this.customer = customer;
      this.words = words;
      this.numbering = numbering;
      this.account = account;
      this.accountKnown = known;
    }
  }

  World(long seed, int customers, int invoices) {
    dice = new Dice(seed);
    CurrencyUnit euro = CurrencyUnit.EUR;
    company =
        new Company(
            "bench",
            "Tessel & Vonk Groothandel B.V.",
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            null,
            euro,
            List.of(AccountId.ofIban(dice.iban("NL"))),
            null,
            null,
            30,
            Map.of(euro, Money.of(euro, 4)),
            new BigDecimal("0.99"),
            null);
    for (int i = 0; i < customers; i++) {
      buyers.add(buyer(i));
    }
    Map<Numbering, Integer> counts = new EnumMap<>(Numbering.class);
    for (int i = 0; i < invoices; i++) {
      // A few buy much, most little.
      double share = dice.below(10_000) / 10_000.0;
      Buyer buyer = buyers.get((int) (share * share * customers));
      LocalDate issued = START.minusDays(280).plusDays((long) (300.0 * i / invoices));
      document(buyer, counts.merge(buyer.numbering, 1, Integer::sum), issued);
    }
  }

  private Buyer buyer(int index) {
    Words words = dice.of(List.of(Words.values()));
    String place = dice.of(words.places);
    String first = dice.oneIn(3) ? dice.of(words.trades) + " " + dice.word() : dice.word();
    String second = dice.oneIn(2) ? " " + dice.of(words.trades) : "";
    String joined = dice.oneIn(8) ? first + " & " + dice.word() : first + second;
    String name =
        (joined + (dice.oneIn(9) ? " " + place : "") + " " + dice.of(words.forms)).strip();
    String account = dice.iban(words.country);
    boolean known = dice.oneIn(3);
    Customer customer =
        new Customer(
            "b-" + index,
            (dice.oneIn(2) ? "K" : "10-") + (70_000 + index),
            name,
            null,
            null,
            new Address(null, null, place, words.country),
            null,
            words.country + "9" + (10_000_000 + 7919L * index),
            null,
            known ? List.of(account) : List.of(),
            null,
            List.of(),
            null,
            null,
            null);
    Numbering numbering = List.of(Numbering.values()).get(words.numbering + dice.below(2));
    return new Buyer(customer, words, numbering, account, known || dice.oneIn(2));
  }

  private void document(Buyer buyer, int count, LocalDate issued) {
    boolean credit = dice.oneIn(25);
    long cents = credit ? dice.between(800, 30_000) : dice.amount();
    boolean paid = issued.isBefore(START.minusDays(60)) && !dice.oneIn(3);
    Money total = Money.ofMinor(CurrencyUnit.EUR, cents);
    String id = "d-" + documents.size();
    boolean early = !credit && dice.oneIn(5);
    Invoice document =
        new Invoice(
            id,
            buyer.numbering.number(count, issued),
            credit ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE,
            buyer.customer.id(),
            issued,
            issued.plusDays(30),
            null,
            total,
            paid ? Money.zero(CurrencyUnit.EUR) : total,
            paid ? InvoiceStatus.PAID : InvoiceStatus.OPEN,
            credit || !dice.oneIn(2) ? null : reference(buyer, count),
            dice.oneIn(3) ? "O" + dice.between(10, 99) + "-" + (600_000 + 3 * count) : null,
            early ? new EarlyPayment(new BigDecimal("2.5"), issued.plusDays(10)) : null,
            List.of(),
            List.of(),
            List.of(),
            null);
    documents.add(document);
    open.put(id, paid ? 0 : cents);
    (credit ? buyer.notes : buyer.invoices).add(document);
  }

  private @Nullable String reference(Buyer buyer, int count) {
    return switch (buyer.words) {
      case SWEDISH, ITALIAN -> dice.digits(13) + (count % 10);
      case DUTCH, GERMAN, FRENCH, ENGLISH -> CreditorReference.of(dice.digits(12));
    };
  }

  long open(Invoice document) {
    return open.getOrDefault(document.id(), 0L);
  }
}
