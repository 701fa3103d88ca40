package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EUR 1210.00 | EUR 1,210.00",
        "EUR 0.05 | EUR 0.05",
        "JPY 1234567 | JPY 1,234,567",
        "BHD 1.234 | BHD 1.234",
        "EUR 123456789012345.67 | EUR 123,456,789,012,345.67",
      })
  void amountsHaveTheirCodeThousandsAndTheCurrencysDecimals(String money, String words) {
    assertThat(English.amount(Money.parse(money))).isEqualTo(words);
  }

  @Test
  void datesAreWrittenOut() {
    assertThat(English.date(LocalDate.parse("2026-11-20"))).isEqualTo("20 November 2026");
    assertThat(English.date(LocalDate.parse("2026-05-01"))).isEqualTo("1 May 2026");
  }

  @Test
  void listsEndWithAnd() {
    assertThat(English.list(List.of("a"))).isEqualTo("a");
    assertThat(English.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(English.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }
}
