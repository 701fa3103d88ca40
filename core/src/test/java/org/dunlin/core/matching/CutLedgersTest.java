package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dunlin.core.model.InvoiceKind;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated ledgers: what could settle what is the same however they are cut. */
class CutLedgersTest {
  private static final int CUSTOMERS = 12;

  private final Map<String, Set<String>> found = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatCreditNotesCouldSettleIsFoundCustomerByCustomer(long seed) {
    MatchFacts all = ledger(seed).facts();
    new PlausiblePayments(all, this::note);
    Map<String, Set<String>> whole = new TreeMap<>(found);
    assertThat(whole).as("so that there is something to find").hasSizeGreaterThan(3);

    found.clear();
    Set<String> withCredit = new TreeSet<>();
    for (OpenDocument each : all.documents()) {
      if (each.document().kind() == InvoiceKind.CREDIT_NOTE) {
        withCredit.add(each.document().customerId());
      }
    }
    withCredit.forEach(customer -> new PlausiblePayments(of(all, customer), this::note));
    assertThat(found).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatPaymentsCouldSettleIsFoundHoweverTheyCome(long seed) {
    Books books = ledger(seed);
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      books.payment(Paid.of("p-%02d".formatted(i), amount(random)).by("Somebody"));
    }
    MatchFacts all = books.facts();
    Map<String, List<String>> whole = PlausiblePayments.of(all);
    assertThat(whole).isNotEmpty();

    PlausiblePayments one = new PlausiblePayments(all, this::note);
    all.payments().stream()
        .sorted(Matcher.IN_BOOKING_ORDER)
        .forEach(each -> one.next(List.of(each)));
    Map<String, List<String>> byAndBy = new TreeMap<>();
    found.forEach((invoice, by) -> byAndBy.put(invoice, List.copyOf(by)));
    assertThat(byAndBy).isEqualTo(whole);
  }

  /** Every sum is reckoned, as one reckons who has time. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anAmountCouldPayOneInvoiceOrTwoOrAllOfACustomer(long seed) {
    MatchFacts all = ledger(seed).facts();
    Map<String, List<OpenDocument>> byCustomer = new TreeMap<>();
    for (OpenDocument each : all.documents()) {
      if (each.document().kind() == InvoiceKind.INVOICE) {
        byCustomer.computeIfAbsent(each.document().customerId(), id -> new ArrayList<>()).add(each);
      }
    }
    Map<Money, Set<String>> sums = new HashMap<>();
    for (List<OpenDocument> open : byCustomer.values()) {
      Set<OpenDocument> seen = new HashSet<>();
      for (OpenDocument one : open) {
        sums(sums, List.of(one));
        seen.forEach(other -> sums(sums, List.of(one, other)));
        seen.add(one);
      }
      sums(sums, open);
    }
    Set<Money> asked = new HashSet<>(sums.keySet());
    asked.add(Money.parse("EUR 0.01"));
    asked.add(Money.parse("USD 10.00"));
    Map<Money, Set<String>> said = new HashMap<>();
    new OpenSums(byCustomer)
        .payableWith(asked)
        .forEach(
            (sum, invoices) ->
                invoices.forEach(
                    each -> said.computeIfAbsent(sum, key -> new TreeSet<>()).add(each.id())));
    assertThat(said).isEqualTo(sums);
  }

  private static void sums(Map<Money, Set<String>> sums, List<OpenDocument> open) {
    Set<String> ids =
        sums.computeIfAbsent(
            Money.total(open.stream().map(OpenDocument::open).toList()), key -> new TreeSet<>());
    open.forEach(each -> ids.add(each.document().id()));
  }

  /** Numbers are used by several customers, so that a note could reach another's invoice. */
  private static Books ledger(long seed) {
    Random random = new Random(seed);
    Books books = Books.ofTwoCustomers();
    for (int i = 3; i <= CUSTOMERS; i++) {
      books.customer("c-" + i, "Customer " + i + " B.V.");
    }
    for (int i = 0; i < 60; i++) {
      books.invoice("i-" + i, number(random), customer(random), amount(random));
    }
    for (int i = 0; i < 25; i++) {
      String customer = customer(random);
      String note = "n-" + i;
      switch (random.nextInt(3)) {
        case 0 -> books.creditNote(note, customer, amount(random));
        case 1 -> books.creditNote(note, customer, amount(random), number(random));
        default -> books.creditNote(note, customer, amount(random), number(random), number(random));
      }
      if (random.nextInt(3) == 0) {
        books.refuse(note, "i-" + random.nextInt(60));
      }
    }
    return books;
  }

  private static String number(Random random) {
    return "2026-%04d".formatted(random.nextInt(15));
  }

  private static String customer(Random random) {
    return "c-" + (1 + random.nextInt(CUSTOMERS));
  }

  private static String amount(Random random) {
    return (10 * (1 + random.nextInt(20))) + ".00";
  }

  private static MatchFacts of(MatchFacts all, String customer) {
    return new MatchFacts(
        all.company(),
        all.customers().stream().filter(each -> each.id().equals(customer)).toList(),
        all.documents().stream()
            .filter(each -> each.document().customerId().equals(customer))
            .toList(),
        List.of(),
        all.refusals());
  }

  private void note(String invoice, String by) {
    found.computeIfAbsent(invoice, id -> new TreeSet<>()).add(by);
  }
}
