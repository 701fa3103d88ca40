package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dunlin.core.model.Instalment;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static final String TERMS =
      "<cac:PaymentTerms><cbc:Note>Within 30 days</cbc:Note></cac:PaymentTerms>";

  @Test
  void severalDatedAmountsAreInstalmentsInTheOrderOfTheirDates() {
    Sample sample =
        Sample.invoice().with(TERMS, part("600.00", "2027-01-01") + part("400.00", "2026-12-01"));

    assertThat(sample.document().instalments())
        .containsExactly(
            new Instalment(LocalDate.of(2026, 12, 1), Money.parse("EUR 400.00")),
            new Instalment(LocalDate.of(2027, 1, 1), Money.parse("EUR 600.00")));
  }

  @Test
  void oneDatedAmountIsTheInvoiceItself() {
    Sample sample = Sample.invoice().with(TERMS, part("1000.00", "2026-12-01"));

    assertThat(sample.document().instalments()).isEmpty();
  }

  @Test
  void instalmentsThatDoNotAddUpAreAProblem() {
    Sample sample =
        Sample.invoice().with(TERMS, part("600.00", "2027-01-01") + part("399.99", "2026-12-01"));

    assertThat(sample.problem().code()).isEqualTo("INSTALMENTS_DO_NOT_SUM");
    assertThat(sample.problem().message()).contains("999.99");
  }

  @Test
  void withoutDueDateTheLastInstalmentsDayIsTheDocuments() {
    Sample sample =
        Sample.invoice()
            .without("DueDate")
            .with(TERMS, part("600.00", "2027-01-01") + part("400.00", "2026-12-01"));

    assertThat(sample.document().dueDate()).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void severalDatedPercentagesAreInstalmentsThatAddUpToTheCent() {
    Sample sample =
        Sample.invoice()
            .with(TERMS, share("33.33", "2026-12-01") + share("66.67", "2027-01-01"))
            .with(">210.00</cbc:Pre", ">209.99</cbc:Pre")
            .with(">1000.00</cbc:Pay", ">1000.01</cbc:Pay");

    assertThat(sample.document().instalments())
        .containsExactly(
            new Instalment(LocalDate.of(2026, 12, 1), Money.parse("EUR 333.30")),
            new Instalment(LocalDate.of(2027, 1, 1), Money.parse("EUR 666.71")));
  }

  @Test
  void percentagesThatAreNotTheWholeAreNoInstalments() {
    Sample sample =
        Sample.invoice().with(TERMS, share("30", "2026-12-01") + share("60", "2027-01-01"));

    assertThat(sample.document().instalments()).isEmpty();
  }

  @Test
  void ofSeveralDaysToPayTheLastIsTheDueDate() {
    Sample sample =
        Sample.creditNote()
            .with(
                "<x:LegalMonetaryTotal>",
                "<x:PaymentMeans><PaymentDueDate>2026-12-24</PaymentDueDate></x:PaymentMeans>"
                    + "<x:LegalMonetaryTotal>");

    assertThat(sample.document().dueDate()).isEqualTo(LocalDate.of(2026, 12, 24));
  }

  private static String part(String amount, String due) {
    return "<cac:PaymentTerms><cbc:Amount currencyID=\"EUR\">"
        + amount
        + "</cbc:Amount><cbc:InstallmentDueDate>"
        + due
        + "</cbc:InstallmentDueDate></cac:PaymentTerms>";
  }

  private static String share(String percent, String due) {
    return "<cac:PaymentTerms><cbc:PaymentPercent>"
        + percent
        + "</cbc:PaymentPercent><cbc:PaymentDueDate>"
        + due
        + "</cbc:PaymentDueDate></cac:PaymentTerms>";
  }
}
