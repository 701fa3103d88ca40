package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts, dates and lists as readers expect them; _ stands for a space that does not break. */
class FormatsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | EUR 1210.00 | €1,210.00",
        "EN | USD 12500.50 | US$12,500.50",
        "EN | JPY 1234567 | JP¥1,234,567",
        "EN | EUR 123456789012345.67 | €123,456,789,012,345.67",
        "NL | EUR 1210.00 | €_1.210,00",
        "NL | EUR 0.05 | €_0,05",
        "DE | EUR 1210.00 | 1.210,00_€",
        "DE | GBP 10.00 | 10,00_£",
        "FR | EUR 1234567.89 | 1_234_567,89_€",
        "FR | USD 12500.50 | 12_500,50_$US",
      })
  void amountsHaveTheirSignTheirSeparatorsAndTheCurrencysDecimals(
      Language language, String money, String expected) {
    assertThat(new Formats(language).amount(Money.parse(money)))
        .isEqualTo(expected.replace('_', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({"EN, BHD 1.234", "NL, KWD 10.005", "DE, TND 1.001"})
  void thousandthsAreNeverRoundedAway(Language language, String money) {
    assertThat(new Formats(language).amount(Money.parse(money)))
        .containsPattern(money.substring(money.length() - 3) + "(\\D|$)");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 2026-11-20, 20 November 2026, 20 Nov 2026",
    "NL, 2026-11-20, 20 november 2026, 20-11-2026",
    "DE, 2026-11-20, 20. November 2026, 20.11.2026",
    "FR, 2026-11-20, 20 novembre 2026, 20/11/2026",
    "FR, 2026-08-01, 1er août 2026, 01/08/2026",
    "DE, 2026-03-01, 1. März 2026, 01.03.2026",
  })
  void datesAreWrittenOutInASentenceAndShortInATable(
      Language language, LocalDate date, String sentence, String table) {
    assertThat(new Formats(language).date(date)).isEqualTo(sentence);
    assertThat(new Formats(language).shortDate(date)).isEqualTo(table);
  }

  @ParameterizedTest
  @CsvSource({"EN, and", "NL, en", "DE, und", "FR, et"})
  void listsEndWithAnd(Language language, String and) {
    Formats formats = new Formats(language);
    assertThat(formats.list(List.of("a"))).isEqualTo("a");
    assertThat(formats.list(List.of("a", "b"))).isEqualTo("a " + and + " b");
    assertThat(formats.list(List.of("a", "b", "c"))).isEqualTo("a, b " + and + " c");
  }
}
