package org.dunlin.connectors.csv;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class InvoiceRowsTest {
  private static final Reading INVOICES =
      new Reading(
          """
          description: test
          title: Test program
          kind: invoices
          delimiter: ","
          columns:
            number: Number
            issueDate: Date
            dueDate: {optional: Due}
            customerName: Client
            email: {optional: Email}
            country: {optional: Country}
            total: Total
            outstanding: {optional: Open}
            currency: {optional: Currency}
            status: Status
            type: {optional: Type}
          constants: {currency: EUR}
          statuses: {OPEN: [sent, due], PAID: paid, VOID: void}
          types: {INVOICE: invoice, CREDIT_NOTE: credit}
          without: {Status: draft}
          dates: MMM d yyyy
          numbers: {decimal: ".", group: ","}
          """);
  private static final String HEADER =
      "Number,Date,Due,Client,Email,Country,Total,Open,Status,Type\n";

  private static final Reading LINES =
      INVOICES
          .with("  total: Total\n", "  lineTotal: Total\n")
          .with("  outstanding: {optional: Open}\n", "")
          .and("lines: true\n");

  @Test
  void aRowIsACustomerAndItsInvoice() {
    List<CanonicalRecord> records =
        INVOICES.records(
            HEADER
                + "42,Nov 1 2026,Dec 1 2026,\"Jansen,"
                + " Bakery\",ap@example.nl,Netherlands,\"1,210.00\",210.00,sent,\n");

    assertThat(records).hasSize(2);
    assertThat(records.get(0))
        .isInstanceOfSatisfying(
            Customer.class,
            customer -> {
              assertThat(customer.name()).isEqualTo("Jansen, Bakery");
              assertThat(customer.email()).isEqualTo("ap@example.nl");
              assertThat(requireNonNull(customer.address()).country()).isEqualTo("NL");
              assertThat(customer.stub()).isTrue();
            });
    assertThat(records.get(1))
        .isInstanceOfSatisfying(
            Invoice.class,
            invoice -> {
              assertThat(invoice.number()).isEqualTo("42");
              assertThat(invoice.customerId()).isEqualTo("JANSEN BAKERY");
              assertThat(invoice.issueDate()).hasToString("2026-11-01");
              assertThat(invoice.dueDate()).hasToString("2026-12-01");
              assertThat(invoice.total()).hasToString("EUR 1210.00");
              assertThat(invoice.outstanding()).hasToString("EUR 210.00");
              assertThat(invoice.status()).isEqualTo(InvoiceStatus.OPEN);
            });
  }

  @Test
  void aRowThatIsWrongIsAProblemAndTheRestGoesOn() {
    List<CanonicalRecord> records =
        INVOICES.records(
            HEADER
                + "1,Nov 1 2026,,A,,,1.00,,sent,\n"
                + "2,Nov 31 2026,,B,,,1.00,,sent,\n"
                + "3,Nov 3 2026,,,,,1.00,,sent,\n"
                + "4,Nov 4 2026,,D,,,1.00,2.00,sent,\n"
                + "5,Nov 5 2026,,E,,,1.00,,lost,\n"
                + ",Nov 6 2026,,F,,,1.00,,sent,\n"
                + "7,Nov 7 2026,,G,,,1.00,,sent,\n");

    assertThat(records.stream().filter(Invoice.class::isInstance)).hasSize(2);
    assertThat(records.stream().filter(Problem.class::isInstance).map(Problem.class::cast))
        .extracting(problem -> problem.position() + " " + problem.code())
        .containsExactly(
            "line 3 WRONG_DATE",
            "line 4 MISSING_VALUE",
            "line 5 TOTALS_DO_NOT_TIE",
            "line 6 UNKNOWN_WORD",
            "line 7 MISSING_VALUE");
  }

  @Test
  void aPaidOneIsPaidAndADraftIsNone() {
    List<Invoice> invoices =
        INVOICES.records(
            HEADER + "1,Nov 1 2026,,A,,,1.00,,PAID,\n2,Nov 1 2026,,A,,,1.00,,Draft,\n",
            Invoice.class);

    assertThat(invoices).singleElement().returns(InvoiceStatus.PAID, Invoice::status);
    assertThat(invoices.getFirst().outstanding().isZero()).isTrue();
  }

  @Test
  void aCreditNoteIsPositiveHoweverItIsWritten() {
    List<Invoice> invoices =
        INVOICES.records(
            HEADER
                + "1,Nov 1 2026,,A,,,-5.00,,sent,\n"
                + "2,Nov 1 2026,,A,,,5.00,,sent,credit\n"
                + "3,Nov 1 2026,,A,,,-5.00,,sent,credit\n",
            Invoice.class);

    assertThat(invoices)
        .hasSize(3)
        .allSatisfy(
            note -> {
              assertThat(note.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
              assertThat(note.total()).hasToString("EUR 5.00");
            });
  }

  @Test
  void linesOfOneNumberAreOneInvoice() {
    List<CanonicalRecord> records =
        LINES.records(
            HEADER
                + "1,Nov 1 2026,,A,,,1.00,,sent,\n"
                + "1,Nov 1 2026,,A,,,2.50,,sent,\n"
                + "2,Nov 1 2026,,B,,,4.00,,sent,\n"
                + "1,Nov 1 2026,,A,,,9.00,,sent,\n");

    assertThat(records.stream().filter(Invoice.class::isInstance).map(Invoice.class::cast))
        .extracting(invoice -> invoice.number() + " " + invoice.total())
        .containsExactly("1 EUR 3.50", "2 EUR 4.00");
    assertThat(records.getLast())
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("NUMBER_TWICE");
              assertThat(problem.position()).isEqualTo("line 5");
            });
  }

  @Test
  void aListOfCustomersIsReadAlone() {
    Reading customers =
        new Reading(
            """
            description: test
            title: Test program
            kind: customers
            delimiter: ","
            columns: {name: Name, number: No, email: {optional: Mail}, iban: {optional: IBAN}}
            """);

    List<CanonicalRecord> records =
        customers.records("No,Name,IBAN\nD1,Jansen,NL91 ABNA 0417 1643 00\nD2,,\n");

    assertThat(records.get(0))
        .isInstanceOfSatisfying(
            Customer.class,
            customer -> {
              assertThat(customer.id()).isEqualTo("D1");
              assertThat(customer.stub()).isFalse();
              assertThat(customer.ibans()).containsExactly("NL91ABNA0417164300");
            });
    assertThat(records.get(1)).isInstanceOf(Problem.class);
  }
}
