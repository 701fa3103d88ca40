package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What holds of every ledger, however crowded: few numbers, few references, few amounts. */
class MatchingPropertiesTest {
  @Property(tries = 300)
  void automaticLinesNeverTakeMoreThanThePaymentHasOrTheInvoiceHasOpen(@ForAll long seed) {
    MatchFacts facts = crowded(seed);
    Map<String, Money> left = new HashMap<>();
    facts.documents().forEach(open -> left.put(open.document().id(), open.open()));
    facts.payments().forEach(paid -> left.put(paid.payment().id(), paid.unallocated()));
    for (Allocation line : Matcher.match(facts)) {
      assertThat(line.amount().isPositive()).isTrue();
      if (line.decision() == Decision.AUTOMATIC) {
        left.computeIfPresent(line.invoiceId(), (id, money) -> money.minus(line.amount()));
        String from = line.paymentId() == null ? line.creditNoteId() : line.paymentId();
        left.computeIfPresent(from, (id, money) -> money.minus(line.amount()));
      }
    }
    assertThat(left.values()).noneMatch(Money::isNegative);
  }

  @Property(tries = 300)
  void everyProposalOnItsOwnFitsThePayment(@ForAll long seed) {
    MatchFacts facts = crowded(seed);
    Map<String, CurrencyUnit> currencies = currencies(facts);
    Map<String, Money> proposed = new HashMap<>();
    Matcher.match(facts).stream()
        .filter(line -> line.paymentId() != null)
        .filter(line -> isOf(currencies.get(line.paymentId()), line))
        .forEach(line -> proposed.merge(line.match(), line.amount(), Money::plus));
    for (UnallocatedPayment paid : facts.payments()) {
      String first = paid.payment().id() + "#1";
      Money none = Money.zero(paid.unallocated().getCurrencyUnit());
      assertThat(proposed.getOrDefault(first, none)).isLessThanOrEqualTo(paid.unallocated());
    }
  }

  @Property(tries = 300)
  void theOrderOfTheFactsDoesNotMatter(@ForAll long seed, @ForAll long order) {
    MatchFacts facts = crowded(seed);
    MatchFacts shuffled =
        new MatchFacts(
            facts.company(),
            shuffled(facts.customers(), order),
            shuffled(facts.documents(), order),
            shuffled(facts.payments(), order),
            facts.refusals());
    assertThat(Matcher.match(shuffled)).isEqualTo(Matcher.match(facts));
    assertThat(PlausiblePayments.of(shuffled)).isEqualTo(PlausiblePayments.of(facts));
  }

  @Property(tries = 300)
  void aRefusedPairIsNeverProposedAndItsPaymentNeverAppliedWithoutAPerson(@ForAll long seed) {
    MatchFacts facts = crowded(seed);
    for (Allocation line : Matcher.match(facts)) {
      assertThat(facts.refusals())
          .doesNotContain(new Refusal(String.valueOf(line.paymentId()), line.invoiceId()));
      if (line.decision() == Decision.AUTOMATIC) {
        assertThat(facts.refusals())
            .noneMatch(refusal -> refusal.paymentId().equals(line.paymentId()));
      }
    }
  }

  @Property(tries = 300)
  void onlyOpenInvoicesAreTouchedAndThoseOfAnotherCurrencyOnlySuggested(@ForAll long seed) {
    MatchFacts facts = crowded(seed);
    Map<String, Invoice> documents = new HashMap<>();
    facts.documents().forEach(open -> documents.put(open.document().id(), open.document()));
    Map<String, CurrencyUnit> currencies = currencies(facts);
    for (Allocation line : Matcher.match(facts)) {
      assertThat(documents.get(line.invoiceId()))
          .isNotNull()
          .returns(InvoiceKind.INVOICE, Invoice::kind)
          .returns(InvoiceStatus.OPEN, Invoice::status)
          .returns(line.amount().getCurrencyUnit(), Invoice::currency);
      if (line.paymentId() != null && !isOf(currencies.get(line.paymentId()), line)) {
        assertThat(line.decision()).isEqualTo(Decision.SUGGESTED);
      }
    }
  }

  private static Map<String, CurrencyUnit> currencies(MatchFacts facts) {
    Map<String, CurrencyUnit> currencies = new HashMap<>();
    facts
        .payments()
        .forEach(p -> currencies.put(p.payment().id(), p.unallocated().getCurrencyUnit()));
    return currencies;
  }

  private static boolean isOf(@Nullable CurrencyUnit currency, Allocation line) {
    return line.amount().getCurrencyUnit().equals(currency);
  }

  @Property(tries = 300)
  void alternativesAreNeverAutomaticAndRanksCountUpFromOne(@ForAll long seed) {
    Map<String, List<Allocation>> byPayment = new HashMap<>();
    for (Allocation line : Matcher.match(crowded(seed))) {
      byPayment.computeIfAbsent(settling(line), id -> new ArrayList<>()).add(line);
    }
    for (List<Allocation> lines : byPayment.values()) {
      List<Integer> ranks = lines.stream().map(Allocation::rank).distinct().toList();
      for (int i = 0; i < ranks.size(); i++) {
        assertThat(ranks.get(i)).isEqualTo(i + 1);
      }
      if (ranks.size() > 1) {
        assertThat(lines).allMatch(line -> line.decision() == Decision.SUGGESTED);
      }
    }
  }

  /** The payment that a line, also one of a credit note that it deducts, belongs to. */
  private static String settling(Allocation line) {
    String match = Objects.requireNonNull(line.match());
    return match.substring(0, match.indexOf('#'));
  }

  @Property(tries = 300)
  void anInvoiceOfSomebodyElseNeverChangesACertainMatch(@ForAll long seed) {
    MatchFacts facts = crowded(seed);
    Books strangers = new Books().customer("c-9", "Quastel Dreverhaven");
    strangers.invoice("i-90", "ZX-881907", "c-9", "3.33", "RF47998877665544");
    List<OpenDocument> documents = new ArrayList<>(facts.documents());
    documents.addAll(strangers.documents);
    List<Customer> customers = new ArrayList<>(facts.customers());
    customers.addAll(strangers.customers);
    MatchFacts more =
        new MatchFacts(facts.company(), customers, documents, facts.payments(), facts.refusals());
    assertThat(automatic(more)).isEqualTo(automatic(facts));
  }

  private static List<Allocation> automatic(MatchFacts facts) {
    return Matcher.match(facts).stream()
        .filter(line -> line.decision() == Decision.AUTOMATIC)
        .toList();
  }

  private static <T> List<T> shuffled(List<T> list, long order) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new Random(order));
    return copy;
  }

  @Property(tries = 300)
  void howeverThePaymentsAreCutTheLinesAreTheSame(
      @ForAll long seed, @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 5) Integer> cuts) {
    MatchFacts facts = crowded(seed);
    List<UnallocatedPayment> inOrder =
        facts.payments().stream().sorted(Matcher.IN_BOOKING_ORDER).toList();
    Matcher matcher = new Matcher(facts);
    List<Allocation> lines = new ArrayList<>(matcher.credits());
    cut(inOrder, cuts).forEach(some -> lines.addAll(matcher.named(some)));
    cut(inOrder, cuts).forEach(some -> lines.addAll(matcher.next(some)));

    assertThat(lines).isEqualTo(Matcher.match(facts));
  }

  private static List<List<UnallocatedPayment>> cut(
      List<UnallocatedPayment> inOrder, List<Integer> cuts) {
    List<List<UnallocatedPayment>> pieces = new ArrayList<>();
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(inOrder.size(), from + cut);
      pieces.add(inOrder.subList(from, to));
      from = to;
    }
    pieces.add(inOrder.subList(from, inOrder.size()));
    return pieces;
  }

  @Property(tries = 300)
  void howeverThePaymentsAreCutTheSameCouldSettleTheSame(@ForAll long seed) {
    MatchFacts facts = crowded(seed);
    Map<String, Set<String>> found = new TreeMap<>();
    PlausiblePayments oneByOne =
        new PlausiblePayments(
            facts, (invoice, by) -> found.computeIfAbsent(invoice, i -> new TreeSet<>()).add(by));
    facts.payments().stream()
        .sorted(Matcher.IN_BOOKING_ORDER)
        .forEach(payment -> oneByOne.next(List.of(payment)));
    Map<String, Set<String>> whole = new TreeMap<>();
    PlausiblePayments.of(facts).forEach((invoice, by) -> whole.put(invoice, new TreeSet<>(by)));

    assertThat(found).isEqualTo(whole);
  }

  /** Books in which numbers, references, names and amounts collide all the time. */
  private static MatchFacts crowded(long seed) {
    Random random = new Random(seed);
    Books books = Books.ofTwoCustomers().customer("c-3", "VISSER", Books.OTHER_IBAN);
    for (int i = 0; i < 12; i++) {
      InvoiceKind kind = random.nextInt(8) == 0 ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
      String customer = "c-" + (1 + random.nextInt(3));
      String reference = random.nextBoolean() ? null : one(random, REFERENCES);
      books.document("i-" + i, one(random, NUMBERS), customer, money(random), kind, reference);
    }
    for (int i = 0; i < 8; i++) {
      books.payment(paid("p-" + i, random));
      if (random.nextInt(4) == 0) {
        books.refuse("p-" + i, "i-" + random.nextInt(12));
      }
    }
    return books.facts();
  }

  private static Paid paid(String id, Random random) {
    Paid paid = Paid.of(id, money(random)).on(LocalDate.of(2026, 12, 1 + random.nextInt(3)));
    if (random.nextInt(3) == 0) {
      paid.reference(one(random, REFERENCES));
    }
    if (random.nextInt(4) == 0) {
      paid.referring("CINV", one(random, NUMBERS));
    }
    if (random.nextInt(2) == 0) {
      paid.from(random.nextBoolean() ? Books.JANSEN_IBAN : Books.OTHER_IBAN);
    }
    if (random.nextInt(3) == 0) {
      paid.by("Visser");
    }
    return paid.text(
        one(random, NUMBERS)
            + one(random, JOINS)
            + one(random, NUMBERS)
            + " "
            + one(random, REFERENCES));
  }

  private static Money money(Random random) {
    CurrencyUnit currency = random.nextInt(6) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR;
    return Money.ofMinor(currency, 5000L * (1 + random.nextInt(4)));
  }

  private static String one(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static final List<String> NUMBERS =
      List.of(
          "INV-1", "INV-12", "INV 1", "2026", "2026-0042", "20260042", "4711", "701489", "CR-1");
  private static final List<String> REFERENCES =
      List.of("RF18539007547034", "RF332348236", "+++036/2170/98144+++", "1234567");
  private static final List<String> JOINS = List.of(" ", "/", ", ", "-", " en ", "");
}
