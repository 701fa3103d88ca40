package org.dunlin.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Instalment;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountAgeingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

  private static Money euro(String amount) {
    return Money.parse("EUR " + amount);
  }

  private static OpenItem invoice(LocalDate due, String open, Instalment... instalments) {
    return new OpenItem(
        MovementKind.INVOICE,
        "1",
        "1",
        TODAY.minusDays(100),
        due,
        euro("300.00"),
        euro(open),
        List.of(instalments));
  }

  private static AccountAgeing ageing(OpenItem... open) {
    return AccountAgeing.of(new CurrencyAccount(euro("0.00"), List.of(), List.of(open)), TODAY);
  }

  @ParameterizedTest
  @CsvSource({"-5,0", "0,0", "1,1", "30,1", "31,2", "60,2", "61,3", "90,3", "91,4", "400,4"})
  void anInvoiceIsInTheClassOfItsDaysAfterTheLastDayInTime(int daysLate, int place) {
    AccountAgeing ageing = ageing(invoice(TODAY.minusDays(daysLate), "10.00"));

    List<Money> classes =
        List.of(
            ageing.notDue(), ageing.upTo30(), ageing.upTo60(), ageing.upTo90(), ageing.over90());
    assertThat(classes.get(place)).isEqualTo(euro("10.00"));
    assertThat(ageing.total()).isEqualTo(euro("10.00"));
  }

  /** Of three times 100, 170 are open: the latest hundred, and 70 of the one before. */
  @Test
  void whatWasPaidIsTakenOffTheEarliestInstalment() {
    AccountAgeing ageing =
        ageing(
            invoice(
                TODAY.plusDays(20),
                "170.00",
                new Instalment(TODAY.minusDays(40), euro("100.00")),
                new Instalment(TODAY.minusDays(10), euro("100.00")),
                new Instalment(TODAY.plusDays(20), euro("100.00"))));

    assertThat(ageing.notDue()).isEqualTo(euro("100.00"));
    assertThat(ageing.upTo30()).isEqualTo(euro("70.00"));
    assertThat(ageing.upTo60()).isEqualTo(euro("0.00"));
  }

  @Test
  void whatIsOwedToTheCustomerIsNotTakenOffAnyClass() {
    OpenItem note =
        new OpenItem(
            MovementKind.CREDIT_NOTE,
            "2",
            "2",
            TODAY,
            null,
            euro("40.00"),
            euro("-40.00"),
            List.of());

    AccountAgeing ageing = ageing(invoice(TODAY.minusDays(5), "10.00"), note);

    assertThat(ageing.upTo30()).isEqualTo(euro("10.00"));
    assertThat(ageing.credit()).isEqualTo(euro("-40.00"));
    assertThat(ageing.total()).isEqualTo(euro("-30.00"));
  }
}
