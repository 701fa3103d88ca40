package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One company's books in a few words, for specifications of matching. */
final class Books {
  static final String JANSEN_IBAN = "NL91ABNA0417164300";
  static final String OTHER_IBAN = "DE89370400440532013000";

  final List<Customer> customers = new ArrayList<>();
  final List<OpenDocument> documents = new ArrayList<>();
  final List<UnallocatedPayment> payments = new ArrayList<>();
  final Set<Refusal> refusals = new HashSet<>();
  @Nullable BigDecimal autoThreshold;
  private final Map<CurrencyUnit, Money> tolerance = new HashMap<>();

  /** Jansen (c-1) pays from {@link #JANSEN_IBAN}; of Visser (c-2) no account is known. */
  static Books ofTwoCustomers() {
    return new Books()
        .customer("c-1", "Bakkerij Jansen B.V.", JANSEN_IBAN)
        .customer("c-2", "Visser");
  }

  Books customer(String id, String name, String... ibans) {
    customers.add(
        new Customer(
            id,
            null,
            name,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(ibans),
            null,
            List.of(),
            null,
            null,
            null));
    return this;
  }

  Books invoice(String id, String number, String customerId, String open) {
    return invoice(id, number, customerId, open, null);
  }

  Books invoice(
      String id, String number, String customerId, String open, @Nullable String reference) {
    return document(
        id, number, customerId, Money.parse("EUR " + open), InvoiceKind.INVOICE, reference);
  }

  Books document(
      String id,
      String number,
      String customerId,
      Money open,
      InvoiceKind kind,
      @Nullable String reference) {
    return document(id, number, customerId, open, kind, reference, List.of());
  }

  /** A credit note that names these invoices, without their dates. */
  Books creditNote(String id, String customerId, String open, String... numbers) {
    List<PrecedingInvoice> named =
        Stream.of(numbers).map(number -> new PrecedingInvoice(number, null)).toList();
    return creditNote(id, customerId, open, named);
  }

  Books creditNote(String id, String customerId, String open, List<PrecedingInvoice> named) {
    Money amount = Money.parse("EUR " + open);
    return document(id, "CN-" + id, customerId, amount, InvoiceKind.CREDIT_NOTE, null, named);
  }

  private Books document(
      String id,
      String number,
      String customerId,
      Money open,
      InvoiceKind kind,
      @Nullable String reference,
      List<PrecedingInvoice> named) {
    LocalDate issued = LocalDate.of(2026, 11, 1).plusDays(documents.size());
    Invoice document =
        new Invoice(
            id,
            number,
            kind,
            customerId,
            issued,
            issued.plusDays(30),
            null,
            open,
            open,
            InvoiceStatus.OPEN,
            reference,
            null,
            null,
            List.of(),
            named,
            List.of(),
            null);
    documents.add(new OpenDocument(document, open));
    return this;
  }

  /** An invoice of which so much is open, due in these parts, a month after the other. */
  Books instalments(String id, String number, String customerId, String open, String... parts) {
    LocalDate issued = LocalDate.of(2026, 11, 1);
    List<Instalment> instalments = new ArrayList<>();
    for (String part : parts) {
      Money amount = Money.parse("EUR " + part);
      instalments.add(new Instalment(issued.plusMonths(instalments.size() + 1), amount));
    }
    Money total = Money.total(instalments.stream().map(Instalment::amount).toList());
    Money left = Money.parse("EUR " + open);
    Invoice document =
        new Invoice(
            id,
            number,
            InvoiceKind.INVOICE,
            customerId,
            issued,
            issued.plusDays(30),
            null,
            total,
            left,
            InvoiceStatus.OPEN,
            null,
            null,
            null,
            instalments,
            List.of(),
            List.of(),
            null);
    documents.add(new OpenDocument(document, left));
    return this;
  }

  Books payment(Paid paid) {
    payments.add(new UnallocatedPayment(paid.payment(), paid.payment().amount()));
    return this;
  }

  /** The most that the company lets differ in this currency. */
  Books tolerance(String most) {
    Money money = Money.parse(most);
    tolerance.put(money.getCurrencyUnit(), money);
    return this;
  }

  Books refuse(String paymentId, String invoiceId) {
    refusals.add(new Refusal(paymentId, invoiceId));
    return this;
  }

  MatchFacts facts() {
    Company company =
        new Company(
            "acme",
            "Acme",
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            null,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            null,
            tolerance,
            autoThreshold,
            null);
    return new MatchFacts(company, customers, documents, payments, refusals);
  }

  List<Allocation> match() {
    return Matcher.match(facts());
  }

  /** The lines in short: {@code AUTOMATIC p-1#1 i-1 100.00}. */
  List<String> lines() {
    return match().stream().map(Books::inShort).toList();
  }

  private static String inShort(Allocation line) {
    return String.join(
        " ",
        line.decision().name(),
        line.match(),
        line.invoiceId(),
        line.amount().getAmount().toPlainString());
  }
}
