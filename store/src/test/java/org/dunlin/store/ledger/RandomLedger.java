package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Does to a company's ledger what use cases do, in an order that nobody chose. */
final class RandomLedger {
  private static final List<CurrencyUnit> CURRENCIES =
      List.of(CurrencyUnit.EUR, CurrencyUnit.EUR, CurrencyUnit.GBP);

  private static final int CUSTOMERS = 5;
  private static final int DOCUMENTS = 30;
  private static final RoundingMode HALF = RoundingMode.HALF_UP;

  private final Stores stores;
  private final String company;
  private final Random random;
  private final List<UUID> customers;
  private final int client;
  private final int clients;
  private long sequence = 1;

  /** Of one who is alone. */
  RandomLedger(Stores stores, String company, Random random) {
    this(stores, company, random, 0, 1);
  }

  /**
   * Of one of several at the same time. Documents are each one's own, so that no two hold one and
   * want the other's; customers, terms and claims are everybody's.
   */
  RandomLedger(Stores stores, String company, Random random, int client, int clients) {
    this.stores = stores;
    this.company = company;
    this.random = random;
    this.client = client;
    this.clients = clients;
    customers =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(i -> stores.customers().apply(origin(), customer(i)).id())
            .toList();
  }

  /** One thing of many. */
  void step() {
    switch (random.nextInt(12)) {
      case 0 -> stores.customers().apply(origin(), customer(random.nextInt(CUSTOMERS)));
      case 1 -> terms();
      case 2, 3, 4 -> document();
      case 5, 6, 7 -> allocate();
      case 8 -> giveBack();
      case 9 -> stores.transactions().run(() -> times(random.nextInt(6), this::document));
      case 10 -> stores.transactions().run(() -> times(several(), this::allocate));
      default -> undone();
    }
  }

  /** Several invoices of everybody's in one transaction are for one who is alone. */
  private int several() {
    return clients == 1 ? random.nextInt(6) : 1;
  }

  private static void times(int count, Runnable work) {
    for (int i = 0; i < count; i++) {
      work.run();
    }
  }

  /** A transaction that fails in the end. */
  private void undone() {
    try {
      stores
          .transactions()
          .run(
              () -> {
                document();
                document();
                throw new IllegalStateException("undone");
              });
    } catch (IllegalStateException e) {
      if (!"undone".equals(e.getMessage())) {
        throw e;
      }
    }
  }

  /** The company gives its customers more or less time. */
  private void terms() {
    Integer days = random.nextBoolean() ? null : Integer.valueOf(10 + random.nextInt(3));
    Company said =
        new Company(
            company,
            company,
            "NL",
            ZoneOffset.UTC,
            null,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            days,
            Map.of(),
            null,
            DunningMode.LIVE);
    stores
        .companies()
        .put(new CompanyProfile(said, DunningMode.LIVE, "ar@acme.example", null, Rows.DAY));
  }

  private void document() {
    int number = client + clients * random.nextInt(DOCUMENTS);
    UUID customer = customers.get((number + random.nextInt(2)) % CUSTOMERS);
    Invoice said = said(number);
    if (stores.invoices().add(origin(), said, customer).isEmpty()) {
      stores.transactions().run(() -> change(said, customer));
    }
  }

  private void change(Invoice said, UUID customer) {
    Invoices.Locked locked = stores.invoices().lock(origin(), said.id());
    boolean fits =
        said.currency().equals(locked.invoice().currency())
            && !locked.claimed().isGreaterThan(said.outstanding());
    if (fits || locked.claimed().isZero()) {
      stores.invoices().change(origin(), locked, said, customer);
    }
  }

  private void allocate() {
    List<DocumentState> open = stores.invoices().open(company);
    if (open.isEmpty()) {
      return;
    }
    DocumentState state = open.get(random.nextInt(open.size()));
    Money amount = random.nextInt(3) == 0 ? state.open() : state.open().dividedBy(3, HALF);
    UUID invoice = UUID.fromString(state.invoice().id());
    if (amount.isZero() || state.invoice().kind() == InvoiceKind.CREDIT_NOTE) {
      return;
    }
    stores
        .transactions()
        .run(
            () -> {
              if (stores.invoices().claim(company, invoice, amount.getAmount())) {
                stores.allocations().add(company, line(invoice, amount), "match", Rows.DAY);
              }
            });
  }

  /** A later fact of the source takes an allocation back. */
  private void giveBack() {
    List<UUID> applied = stores.allocations().invoices(company);
    if (applied.isEmpty()) {
      return;
    }
    UUID invoice = applied.get(random.nextInt(applied.size()));
    stores
        .transactions()
        .run(
            () -> {
              stores.invoices().lock(company, invoice);
              Optional<Allocations.Stored> last =
                  stores.allocations().unbookedOf(company, invoice).stream().findFirst();
              last.ifPresent(
                  stored -> {
                    BigDecimal amount = stored.allocation().amount().getAmount();
                    stores.allocations().decide(company, stored.id(), Decision.CONFLICT, "test");
                    stores.invoices().unclaim(company, invoice, amount);
                  });
            });
  }

  private Allocation line(UUID invoice, Money amount) {
    UUID payment = payments().get(random.nextInt(payments().size()));
    return new Allocation(
        payment.toString(),
        null,
        invoice.toString(),
        amount,
        "m",
        1,
        Decision.AUTOMATIC,
        MatchRule.SCORE,
        BigDecimal.ONE,
        List.of("because"));
  }

  private List<UUID> payments() {
    return stores.payments().unallocated(company, Payments.Place.START, 10).stream()
        .map(state -> UUID.fromString(state.payment().id()))
        .toList();
  }

  private Customer customer(int number) {
    Customer plain = Rows.customer("c-" + number);
    Integer days = random.nextBoolean() ? null : Integer.valueOf(5 + random.nextInt(3));
    return new Customer(
        plain.id(),
        plain.number(),
        plain.name(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        days,
        null);
  }

  private Invoice said(int number) {
    CurrencyUnit currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    Money total = Money.ofMinor(currency, 300 + random.nextInt(30_000));
    InvoiceStatus status = random.nextInt(5) == 0 ? InvoiceStatus.PAID : InvoiceStatus.OPEN;
    Money outstanding =
        status == InvoiceStatus.PAID
            ? Money.zero(currency)
            : random.nextBoolean() ? total : total.dividedBy(2, HALF);
    LocalDate issued = Rows.DAY.minusDays(random.nextInt(4));
    return new Invoice(
        "i-" + number,
        "N-" + number,
        number % 7 == 0 ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE,
        "somebody",
        issued,
        random.nextInt(3) == 0 ? null : issued.plusDays(random.nextInt(3)),
        null,
        total,
        outstanding,
        status,
        null,
        null,
        null,
        random.nextInt(3) == 0 ? instalments(issued, total) : List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** Of all of it, or of less; two of them may be due on one day. */
  private List<Instalment> instalments(LocalDate issued, Money total) {
    List<Instalment> instalments = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      instalments.add(new Instalment(issued.plusDays(random.nextInt(3)), total.dividedBy(3, HALF)));
    }
    return instalments;
  }

  private synchronized Origin origin() {
    return Rows.origin(company, ++sequence);
  }
}
