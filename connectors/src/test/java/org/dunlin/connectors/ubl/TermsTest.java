package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dunlin.core.model.EarlyPayment;
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
  void aDiscountWithItsLastDayIsAnOfferForEarlyPayment() {
    Sample sample =
        Sample.invoice()
            .with(
                TERMS,
                "<cac:PaymentTerms><cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>"
                    + "<cac:SettlementPeriod><cbc:EndDate>2026-11-11</cbc:EndDate>"
                    + "</cac:SettlementPeriod></cac:PaymentTerms>");

    assertThat(sample.document().earlyPayment())
        .isEqualTo(new EarlyPayment(new BigDecimal("2"), LocalDate.of(2026, 11, 11)));
  }

  @Test
  void freeTextIsNotInterpreted() {
    assertThat(
            Sample.invoice()
                .with("Within 30 days", "2 % if paid in 10 days")
                .document()
                .earlyPayment())
        .isNull();
  }

  private static String part(String amount, String due) {
    return "<cac:PaymentTerms><cbc:Amount currencyID=\"EUR\">"
        + amount
        + "</cbc:Amount><cbc:InstallmentDueDate>"
        + due
        + "</cbc:InstallmentDueDate></cac:PaymentTerms>";
  }
}
