package org.dunlin.work.pay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.Ids;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the tests of paying begin with: a hub whose customers owe something, and its links. */
final class Owed {
  static final LocalDate TODAY = TestHub.TODAY;
  static final LocalDate DUE = LocalDate.of(2026, 11, 19);
  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final String BASE = "https://pay.example.test/p/";
  static final PayAddress ADDRESS = token -> Optional.of(BASE + token);

  final TestHub hub;
  final PaymentLinks links;

  Owed(TestHub hub) {
    this.hub = hub;
    links = new PaymentLinks(hub.stores, ADDRESS);
  }

  /** An invoice of 100 euros that is overdue; its id. */
  UUID invoice(String number, String customer) {
    return invoice(number, customer, "100.00");
  }

  UUID invoice(String number, String customer, String total) {
    hub.offer(number + ".xml", InvoiceFile.of(number, customer, DUE, total).bytes());
    hub.settle();
    return hub.stores.invoices().openOfNumber("acme", number).getFirst();
  }

  /** The source says that so much is left. */
  void left(String number, String customer, String left) {
    hub.offer(
        number + "-" + left + ".xml",
        InvoiceFile.of(number, customer, DUE, "100.00").payable(left).bytes());
    hub.settle();
  }

  /** The customer pays by transfer. */
  void transferred(String number, String customer, String amount) {
    LocalDate day = TODAY.minusDays(1);
    hub.offer(
        "paid-" + number + ".xml",
        BankFile.empty()
            .with(
                TestHub.IBAN,
                day,
                day,
                BigDecimal.ZERO,
                List.of(Entry.in("R" + number, day, amount, "Customer " + customer, number)))
            .bytes());
    hub.settle();
  }

  UUID customer(UUID invoice) {
    return UUID.fromString(
        hub.stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
  }

  PaymentLink open(UUID... invoices) {
    return open(TODAY, invoices);
  }

  PaymentLink open(LocalDate today, UUID... invoices) {
    return hub.stores
        .transactions()
        .in(() -> links.open(profile(), customer(invoices[0]), Set.of(invoices), today));
  }

  /** An attempt to pay these, as if the provider had been asked; its id. */
  UUID checkout(String connection, String amount, UUID... invoices) {
    UUID id = Ids.next();
    hub.stores
        .transactions()
        .run(
            () -> {
              UUID link = UUID.fromString(open(invoices).id());
              Map<UUID, Money> parts =
                  Parts.of(
                      eur(amount),
                      Stream.of(invoices)
                          .map(each -> hub.stores.invoices().find("acme", each).orElseThrow())
                          .toList());
              hub.stores
                  .pay()
                  .checkouts()
                  .add(
                      "acme",
                      new KeptCheckout(
                          id,
                          link,
                          customer(invoices[0]),
                          connection,
                          CheckoutState.OPEN,
                          eur(amount),
                          parts,
                          Language.EN,
                          null,
                          null,
                          null,
                          null,
                          Instant.EPOCH));
            });
    return id;
  }

  /** A direct debit of an invoice is under way. */
  void debited(UUID invoice, LocalDate day) {
    UUID mandate = Ids.next();
    hub.jdbc()
        .sql(
            """
            insert into mandate (company_id, mandate_id, customer_id, reference, scheme, state, signed_on,
                                 origin, made_by, made_on)
            values ('acme', :mandate, :customer, 'M-1', 'CORE', 'ACTIVE', :day, 'ENTERED', 'anna', :day)
            """)
        .param("mandate", mandate)
        .param("customer", customer(invoice))
        .param("day", TODAY)
        .update();
    hub.jdbc()
        .sql(
            """
            insert into debit (company_id, debit_id, customer_id, mandate_id, invoice_id, due_date, state,
                               announced, amount, currency, collect_on, attempt, notice_id, tested,
                               end_to_end_id, made_on)
            values ('acme', :id, :customer, :mandate, :invoice, :due, 'ANNOUNCED', 100, 100, 'EUR', :day, 1,
                    :id, false, 'E1', :due)
            """)
        .param("id", Ids.next())
        .param("customer", customer(invoice))
        .param("mandate", mandate)
        .param("invoice", invoice)
        .param("due", DUE)
        .param("day", day)
        .update();
  }

  CompanyProfile profile() {
    return hub.stores.companies().profile("acme");
  }

  KeptLink kept(PaymentLink link) {
    return hub.stores.pay().links().find("acme", UUID.fromString(link.id())).orElseThrow();
  }

  Visit visit(PaymentLink link) {
    return links.visit(token(link), NOW);
  }

  Visit.Open opened(PaymentLink link) {
    return (Visit.Open) visit(link);
  }

  static String token(PaymentLink link) {
    return String.valueOf(link.url()).substring(BASE.length());
  }

  List<String> events() {
    return hub.stores.journal().newest("acme", 100).stream().map(each -> each.event()).toList();
  }

  Money openOf(UUID invoice) {
    return hub.stores.invoices().find("acme", invoice).orElseThrow().open();
  }

  static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
