package org.dunlin.connectors.csv;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Detection;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** Published sheets of invoicing programs, and of banks as an accounting program imports them. */
class SheetConformanceTest {
  private static final Reading SHEET =
      new Reading(
          """
          description: test
          title: Sheet
          kind: statement
          delimiter: ","
          columns:
            bookingDate: Date
            currency: {optional: Currency}
            amount: Amount
            balance: {optional: Balance}
            payerName: Partner Name
            payerAccount: Bank Account
            remittance: Label
          constants: {account: NL44RABO0123456789, currency: EUR}
          dates: MM/dd/yyyy
          numbers: {decimal: ".", group: ","}
          balances: check
          """);

  @Test
  void invoicesAndClientsOfProgramsAreReadByWhatIsCarriedAlong() throws IOException {
    assertThat(carried("freshbooks_invoices.csv"))
        .filteredOn(Invoice.class::isInstance)
        .map(Invoice.class::cast)
        .extracting(invoice -> invoice.number() + " " + invoice.total() + " " + invoice.issueDate())
        .containsExactly("0000001 USD 7890.00 2021-01-28");
    assertThat(carried("freshbooks_clients.csv"))
        .map(Customer.class::cast)
        .extracting(
            customer -> customer.name() + " " + requireNonNull(customer.address()).country())
        .containsExactly("Marge Simpson US", "X-Men US");
    assertThat(carried("i2g_clients.csv")).hasSize(2).allMatch(Customer.class::isInstance);
    assertThat(carried("invoicely_clients.csv")).hasSize(2).allMatch(Customer.class::isInstance);
    assertThat(carried("i2g_invoices.csv"))
        .filteredOn(Invoice.class::isInstance)
        .map(Invoice.class::cast)
        .first()
        .satisfies(
            invoice -> {
              assertThat(invoice.total()).hasToString("ILS 953.55");
              assertThat(invoice.outstanding()).hasToString("ILS 953.55");
            });
    assertThat(carried("invoicely_invoices.csv"))
        .singleElement()
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.message()).contains("currency"));
  }

  @Test
  void sheetsOfBanksAreReadAsTheyStand() throws IOException {
    assertThat(SHEET.records(sheet("balance.csv"), Payment.class))
        .extracting(
            payment -> payment.direction() + " " + payment.amount() + " " + payment.payerName())
        .containsExactly("OUT EUR 33.50 John Doe", "IN EUR 1533.50 Azure Interior");
    assertThat(SHEET.records(sheet("multi_currency.csv"), Payment.class))
        .extracting(payment -> payment.amount().toString())
        .containsExactly("USD 33.50", "EUR 1525.00");
    assertThat(SHEET.records(sheet("empty_statement_en.csv"))).isEmpty();
    Reading card = SHEET.and("positive: out\n");
    assertThat(
            card.records(sheet("sample_statement_credit_card_inverse_sign_en.csv"), Payment.class))
        .extracting(Payment::direction)
        .containsExactly(Direction.OUT, Direction.IN);
  }

  @Test
  void aSheetWhoseColumnsContradictItsBalanceIsRefused() throws IOException {
    Reading two = SHEET.with("  amount: Amount\n", "  debit: Debit\n  credit: Credit\n");

    assertThat(two.problem(sheet("debit_credit_amount.csv")).code())
        .isEqualTo("BALANCE_DOES_NOT_TIE");
  }

  @Test
  void balancesAboveAndBelowTheTableAreHeldAgainstIt() throws IOException {
    Reading labelled =
        new Reading(
            """
            description: test
            title: Sheet
            kind: statement
            delimiter: ","
            columns:
              bookingDate: Date
              debit: Debit
              credit: Credit
              reference: Operation Number
              remittance: {join: [Label, Detail]}
            constants: {account: FR7630006000011234567890189, currency: EUR}
            labels:
              closingBalance: Balance at end of period
              openingBalance: Balance at start of period
            dates: dd/MM/yy
            numbers: {decimal: ","}
            debits: negative
            balances: check
            """);

    String sheet = sheet("meta_data_separated_credit_debit.csv");
    assertThat(labelled.problem(sheet)) // the published figures are two cents apart
        .returns("BALANCE_DOES_NOT_TIE", Problem::code)
        .returns("line 4", Problem::position);
    assertThat(labelled.records(sheet.replace("+31070,11", "+31070,09"), Payment.class))
        .extracting(
            payment -> payment.direction() + " " + payment.amount() + " " + payment.bookingDate())
        .containsExactly(
            "OUT EUR 50.00 2020-04-01",
            "OUT EUR 100.00 2020-04-01",
            "OUT EUR 80.68 2020-04-02",
            "IN EUR 1300.00 2020-04-02");
  }

  private static List<CanonicalRecord> carried(String name) throws IOException {
    byte[] bytes =
        Files.readAllBytes(samples().resolve("file-exports/invoicing-csv").resolve(name));
    List<CanonicalRecord> records = new ArrayList<>();
    Detection.carried()
        .detect(bytes)
        .orElseThrow()
        .translator()
        .translate(new ByteArrayInputStream(bytes), name, records::add);
    return records;
  }

  private static String sheet(String name) throws IOException {
    return Files.readString(samples().resolve("bank-statements/csv/oca-sheet").resolve(name));
  }

  private static Path samples() {
    String samples = System.getProperty("dunlin.samples", "");
    assumeTrue(!samples.isBlank(), "skipped: -Ddunlin.samples does not name the sample files");
    return Path.of(samples);
  }
}
