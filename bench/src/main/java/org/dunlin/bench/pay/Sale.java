package org.dunlin.bench.pay;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Books of which nothing is due: so many invoices, five to a customer. */
final class Sale {
  private static final int TO_A_CUSTOMER = 5;

  private Sale() {}

  static Books books(int invoices, Clock clock) {
    Books books = new Books("moneybird", clock);
    LocalDate today = LocalDate.now(clock);
    UUID customer = null;
    for (int i = 0; i < invoices; i++) {
      if (customer == null || i % TO_A_CUSTOMER == 0) {
        customer = books.addContact(customer(i / TO_A_CUSTOMER)).id();
      }
      Money price = Money.ofMinor(CurrencyUnit.EUR, 10_000 + i);
      Item item = new Item("Chairs", BigDecimal.ONE, price, new BigDecimal("21"));
      Draft draft =
          new Draft(
              String.format(Locale.ROOT, "2026-%05d", i),
              customer,
              today.minusDays(10),
              today.plusDays(20),
              CurrencyUnit.EUR,
              List.of(item),
              null,
              null,
              null);
      SalesDocument unused =
          books.addDocument(SalesDocument.Kind.INVOICE, SalesDocument.State.APPROVED, draft);
    }
    return books;
  }

  private static Customer customer(int number) {
    String id = "D" + (1000 + number);
    return new Customer(
        id,
        id,
        "Customer " + number,
        "ap@customer" + number + ".example",
        null,
        null,
        "en",
        null,
        null,
        List.of(),
        false,
        List.of(),
        null,
        30,
        null);
  }
}
