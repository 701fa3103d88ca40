package org.dunlin.work.contract.sandboxed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a person does in the sandbox's books. */
final class BooksKept {
  private final Books books;
  private final Map<String, UUID> customers = new HashMap<>();

  BooksKept(Books books) {
    this.books = books;
  }

  void sell(String number, String customer, String total) {
    UUID contact = customers.computeIfAbsent(customer, name -> books.addContact(called(name)).id());
    Item item = new Item("Work", BigDecimal.ONE, euro(total), BigDecimal.ZERO);
    Draft draft =
        new Draft(
            number,
            contact,
            today(),
            today().plusDays(30),
            CurrencyUnit.EUR,
            List.of(item),
            null,
            null,
            null);
    SalesDocument sold = books.addDocument(Kind.INVOICE, State.APPROVED, draft);
    books.keepPaper(sold.id(), ("%PDF-1.4 " + number).getBytes(StandardCharsets.US_ASCII));
  }

  SalesDocument invoice(String number) {
    return books.documents().all(each -> each.draft().number().equals(number)).getFirst();
  }

  void pay(String number, String amount) {
    Receipt unused = books.pay(invoice(number).id(), today(), euro(amount), "by hand");
  }

  /** The last payment is deleted. */
  void unpay(String number) {
    Receipt unused = books.deletePayment(payments(number).getLast().id());
  }

  List<Receipt> payments(String number) {
    UUID invoice = invoice(number).id();
    return books.receipts().all(each -> !each.deleted() && invoice.equals(each.document()));
  }

  void voidInvoice(String number) {
    SalesDocument unused = books.voidDocument(invoice(number).id());
  }

  void delete(String number) {
    books.deleteDocument(invoice(number).id());
  }

  void rename(String customer, String name) {
    UUID id = Optional.ofNullable(customers.get(customer)).orElseThrow();
    var unused = books.changeContact(id, contact -> contact.with(called(name)));
  }

  private static Customer called(String name) {
    return new Customer(
        "c", null, name, null, null, null, "nl", null, null, List.of(), false, List.of(), null,
        null, null);
  }

  private static Money euro(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  private static LocalDate today() {
    return LocalDate.now(Clock.systemUTC());
  }
}
