package org.dunlin.store.view;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.Origin;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.ledger.Payments.Place;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One company's books in a database of their own, on 20 November 2026. */
final class Books implements AutoCloseable {
  static final String COMPANY = "acme";
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final TestDatabase database = TestDatabase.create();
  private final Stores stores =
      Stores.over(database.dataSource(), Duration.ofMinutes(1), Clock.systemUTC(), TestKeys.RING);

  Books(@Nullable Integer paymentTermDays) {
    Company company =
        new Company(
            COMPANY,
            "Acme B.V.",
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            null,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            paymentTermDays,
            Map.of(),
            null,
            null);
    stores
        .companies()
        .put(new CompanyProfile(company, DunningMode.SHADOW, "ar@example.test", null, TODAY));
  }

  Stores stores() {
    return stores;
  }

  Views views() {
    return stores.views();
  }

  UUID customer(String name, @Nullable Integer paymentTermDays) {
    Customer said =
        new Customer(
            UUID.randomUUID().toString(),
            null,
            name,
            name + "@example.test",
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            List.of(),
            null,
            paymentTermDays,
            null);
    return stores.customers().apply(origin(), said).id();
  }

  UUID invoice(UUID customer, @Nullable LocalDate due, Money total, Instalment... instalments) {
    return add(customer, InvoiceKind.INVOICE, due, total, List.of(instalments));
  }

  UUID creditNote(UUID customer, Money total) {
    return add(customer, InvoiceKind.CREDIT_NOTE, null, total, List.of());
  }

  UUID payment(Direction direction, PaymentKind kind, Money amount) {
    String key = UUID.randomUUID().toString();
    Payment said =
        new Payment(
            key,
            kind,
            direction,
            TODAY,
            null,
            amount,
            "PAYER",
            null,
            null,
            "remittance",
            null,
            List.of(),
            null,
            null,
            AccountId.ofIban("NL44RABO0123456789"),
            direction == Direction.OUT ? "E2E" : null,
            null);
    stores
        .payments()
        .add(origin(), UUID.randomUUID(), 0, List.of(new Entry(1, said, new byte[] {1}, false)));
    return java.util.stream.Stream.concat(
            stores.payments().unallocated(COMPANY, Place.START, 1000).stream(),
            stores.payments().openReturns(COMPANY, Place.START, 1000).stream())
        .map(state -> state.payment())
        .filter(payment -> payment.source() != null && payment.source().id().equals(key))
        .map(payment -> UUID.fromString(payment.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Writes an allocation line; the claims on both sides are the test's. */
  void line(UUID payment, UUID invoice, Money amount, Decision decision, MatchRule rule) {
    stores
        .allocations()
        .add(
            COMPANY,
            new Allocation(
                payment.toString(),
                null,
                invoice.toString(),
                amount,
                "m",
                1,
                decision,
                rule,
                BigDecimal.ONE,
                List.of("because", "it fits")),
            "match",
            TODAY);
  }

  void claim(UUID payment, UUID invoice, Money amount) {
    stores.payments().claim(COMPANY, payment, amount.getAmount());
    stores.invoices().claim(COMPANY, invoice, amount.getAmount());
  }

  static Money euro(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  @Override
  public void close() {
    database.close();
  }

  private UUID add(
      UUID customer,
      InvoiceKind kind,
      @Nullable LocalDate due,
      Money total,
      List<Instalment> instalments) {
    String id = UUID.randomUUID().toString();
    Invoice said =
        new Invoice(
            id,
            "N-" + id.substring(0, 8),
            kind,
            customer.toString(),
            TODAY.minusDays(40),
            due,
            null,
            total,
            total,
            InvoiceStatus.OPEN,
            null,
            null,
            null,
            instalments,
            List.of(),
            List.of(),
            null);
    return stores.invoices().add(origin(), said, customer).orElseThrow();
  }

  private static Origin origin() {
    return new Origin(COMPANY, "books", 1, Instant.parse("2026-11-20T08:00:00Z"));
  }
}
