package org.dunlin.store.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.store.view.Books.COMPANY;
import static org.dunlin.store.view.Books.TODAY;
import static org.dunlin.store.view.Books.euro;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivablesTest {
  private final Books books = new Books(30);
  private final UUID customer = books.customer("Jansen", null);

  @AfterEach
  void close() {
    books.close();
  }

  private Standing standing() {
    List<Standing> all = books.views().receivables().standing(COMPANY, TODAY);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, NOT_DUE",
    "0, NOT_DUE",
    "1, UP_TO_30",
    "30, UP_TO_30",
    "31, UP_TO_60",
    "60, UP_TO_60",
    "61, UP_TO_90",
    "90, UP_TO_90",
    "91, OVER_90",
    "1000, OVER_90"
  })
  void anInvoiceBelongsToTheClassOfItsDaysOverdue(int days, Ageing ageing) {
    books.invoice(customer, TODAY.minusDays(days), euro("12.50"));
    assertThat(standing().open()).containsOnly(java.util.Map.entry(ageing, euro("12.50")));
  }

  @Test
  void whatTheHubAllocatedIsNotOpen() {
    UUID invoice = books.invoice(customer, TODAY.minusDays(5), euro("100.00"));
    books.claim(
        books.payment(Direction.IN, PaymentKind.TRANSFER, euro("60.00")), invoice, euro("60.00"));
    assertThat(standing().total()).isEqualTo(euro("40.00"));
    assertThat(standing().overdue()).isEqualTo(euro("40.00"));
  }

  @Test
  void paymentsAreTakenOffTheEarliestInstalmentFirst() {
    UUID invoice =
        books.invoice(
            customer,
            TODAY.plusDays(10),
            euro("300.00"),
            new Instalment(TODAY.minusDays(50), euro("100.00")),
            new Instalment(TODAY.minusDays(20), euro("100.00")),
            new Instalment(TODAY.plusDays(10), euro("100.00")));
    books.claim(
        books.payment(Direction.IN, PaymentKind.TRANSFER, euro("130.00")), invoice, euro("130.00"));
    assertThat(standing().in(Ageing.UP_TO_60)).isEqualTo(euro("0.00"));
    assertThat(standing().in(Ageing.UP_TO_30)).isEqualTo(euro("70.00"));
    assertThat(standing().notDue()).isEqualTo(euro("100.00"));
  }

  @Test
  void moreThanTheInstalmentsAddUpToIsNotOverdue() {
    books.invoice(
        customer,
        TODAY.minusDays(50),
        euro("300.00"),
        new Instalment(TODAY.minusDays(50), euro("100.00")));
    assertThat(standing().in(Ageing.UP_TO_60)).isEqualTo(euro("100.00"));
    assertThat(standing().notDue()).isEqualTo(euro("200.00"));
    assertThat(standing().total()).isEqualTo(euro("300.00"));
  }

  @Test
  void currenciesAreNeverMixed() {
    books.invoice(customer, TODAY, euro("10.00"));
    books.invoice(customer, TODAY, Money.of(CurrencyUnit.of("SEK"), new BigDecimal("99.00")));
    assertThat(books.views().receivables().standing(COMPANY, TODAY))
        .extracting(Standing::total)
        .containsExactly(euro("10.00"), Money.of(CurrencyUnit.of("SEK"), new BigDecimal("99.00")));
  }

  @Test
  void creditNotesAreToldApart() {
    books.invoice(customer, TODAY, euro("10.00"));
    books.creditNote(customer, euro("4.00"));
    assertThat(standing().total()).isEqualTo(euro("10.00"));
    assertThat(standing().credit()).isEqualTo(euro("4.00"));
    assertThat(standing().invoices()).isEqualTo(1);
  }

  @Test
  void customersAreCountedOnce() {
    books.invoice(customer, TODAY, euro("10.00"));
    books.invoice(customer, TODAY, euro("20.00"));
    books.invoice(books.customer("Pieters", null), TODAY, euro("30.00"));
    assertThat(standing().invoices()).isEqualTo(3);
    assertThat(standing().customers()).isEqualTo(2);
  }

  @Test
  void withoutADueDateTheCustomersTermsCountBeforeTheCompanys() {
    // issued 40 days ago
    books.invoice(customer, null, euro("1.00"));
    books.invoice(books.customer("Quick", 7), null, euro("2.00"));
    assertThat(books.views().receivables().oldest(COMPANY, 10))
        .extracting(OpenInvoiceLine::customer, OpenInvoiceLine::dueDate)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Quick", TODAY.minusDays(33)),
            org.assertj.core.groups.Tuple.tuple("Jansen", TODAY.minusDays(10)));
  }

  @Test
  void withoutAnyTermsTheLawsThirtyDaysCount() {
    try (Books others = new Books(null)) {
      others.invoice(others.customer("Jansen", null), null, euro("1.00"));
      assertThat(others.views().receivables().oldest(COMPANY, 10))
          .extracting(OpenInvoiceLine::dueDate)
          .containsExactly(LocalDate.of(2026, 11, 10));
    }
  }

  @Test
  void nothingOfAnotherCompanyIsCounted() {
    books.invoice(customer, TODAY, euro("10.00"));
    assertThat(books.views().receivables().standing("other", TODAY)).isEmpty();
    assertThat(books.views().receivables().oldest("other", 10)).isEmpty();
  }
}
