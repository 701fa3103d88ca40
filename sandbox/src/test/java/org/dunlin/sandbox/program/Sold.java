package org.dunlin.sandbox.program;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Books in which something is. */
public final class Sold {
  public static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private final Books books;
  private final UUID contact;

  public Sold(Books books) {
    this.books = books;
    this.contact = books.addContact(bakery()).id();
  }

  public UUID contact() {
    return contact;
  }

  public SalesDocument invoice(String number) {
    return document(Kind.INVOICE, State.APPROVED, number, DAY, null);
  }

  public SalesDocument invoice(String number, LocalDate issued) {
    return document(Kind.INVOICE, State.APPROVED, number, issued, null);
  }

  public SalesDocument draft(String number) {
    return document(Kind.INVOICE, State.DRAFT, number, DAY, null);
  }

  public SalesDocument creditNote(String number, SalesDocument invoice) {
    return document(Kind.CREDIT_NOTE, State.APPROVED, number, DAY, invoice.id());
  }

  private SalesDocument document(
      Kind kind, State state, String number, LocalDate issued, @Nullable UUID credits) {
    boolean invoice = kind == Kind.INVOICE;
    List<Item> items =
        invoice
            ? List.of(item("Chairs", "4", "250.00"), item("Delivery", "1", "0.00"))
            : List.of(item("Chair", "1", "250.00"));
    return books.addDocument(
        kind,
        state,
        new Draft(
            number,
            contact,
            issued,
            invoice ? issued.plusDays(30) : null,
            CurrencyUnit.EUR,
            items,
            "Order 7",
            "RF18539007547034",
            credits));
  }

  public static Money euro(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  private static Item item(String description, String quantity, String price) {
    return new Item(description, new BigDecimal(quantity), euro(price), new BigDecimal("21"));
  }

  private static Customer bakery() {
    return new Customer(
        "c-1",
        "D1001",
        "Bakkerij Jansen B.V.",
        "ap@bakkerij.example",
        "+31201234567",
        new Address("Dam 1", "1012 JS", "Amsterdam", "NL"),
        "nl",
        "NL001234567B01",
        "12345678",
        List.of("NL91ABNA0417164300"),
        false,
        List.of(),
        null,
        30,
        null);
  }
}
