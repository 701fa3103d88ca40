package org.dunlin.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.Claim;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference rates: carried ones, one's own, and missing ones. */
class RatesTest {
  private static final String HEADING = "series,valid_from,percent,status,source\n";
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  private static Rates read(String text) throws IOException {
    return Rates.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "mine.csv");
  }

  private static Reckoning german(LocalDate due, LocalDate on, Rates rates) {
    Money principal = Money.of(CurrencyUnit.EUR, new BigDecimal("1000.00"));
    return Claims.of(Debt.of("DE", Debtor.BUSINESS, principal, due), on, rates);
  }

  @ParameterizedTest
  @CsvSource({
    "ECB_MRO, 2022-07-26, 0.00",
    "ECB_MRO, 2022-07-27, 0.50",
    "ECB_MRO, 2025-12-31, 2.15",
    "DE_BASE, 2019-05-01, -0.88",
    "AT_BASE, 2024-07-01, 3.88",
    "UK_BASE, 2023-12-31, 5.25",
    "NL_CONSUMER, 2024-12-31, 7.00",
    "FR_LEGAL, 2025-07-01, 2.76"
  })
  void theRateInForceIsTheLastThatBegan(String series, LocalDate day, BigDecimal percent) {
    Rate rate = Objects.requireNonNull(Rates.carried().on(series, day).rate());
    assertThat(rate.percent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "ECB_MRO, 2016-03-15",
    "ECB_MRO, 2027-01-01",
    "DE_BASE, 2027-01-01",
    "AT_BASE, 2027-01-01",
    "UK_BASE, 2026-12-31",
    "NL_CONSUMER, 2027-01-01",
    "FR_LEGAL, 2026-07-01",
    "NONE, 2025-01-01"
  })
  void aRateIsNeverCarriedOnBeyondWhatIsEstablished(String series, LocalDate day) {
    assertThat(Rates.carried().on(series, day).rate()).isNull();
  }

  @Test
  void whatIsMissingIsAskedForWithThePlaceAndTheRemedy() {
    Reckoning reckoning =
        german(LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 10), Rates.carried());
    assertThat(reckoning.problems()).hasSize(1);
    assertThat(reckoning.problems().getFirst().code()).isEqualTo("RATE_MISSING");
    assertThat(reckoning.problems().getFirst().position()).isEqualTo("2027-01-01 to 2027-01-10");
    assertThat(reckoning.problems().getFirst().message())
        .contains("DE_BASE", "2027-01-01", "--rates");
    assertThat(reckoning.claims().getFirst().to()).isEqualTo("2026-12-31");
  }

  @Test
  void onesOwnRateFillsTheGapAndIsCited() throws IOException {
    Rates rates =
        read(HEADING + "DE_BASE,2027-01-01,1.50,known,Bundesanzeiger, seen today\n")
            .over(Rates.carried());
    Reckoning reckoning = german(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 10), rates);
    Claim interest = reckoning.claims().getFirst();
    assertThat(reckoning.problems()).isEmpty();
    assertThat(interest.rate()).isEqualTo(new BigDecimal("10.50"));
    assertThat(interest.citation()).endsWith("Bundesanzeiger, seen today");
  }

  @Test
  void onesOwnRateConfirmsWhatWasToBeVerified() throws IOException {
    Rates rates =
        read(HEADING + "DE_BASE,2026-07-01,1.52,known,Bundesanzeiger\n").over(Rates.carried());
    Reckoning reckoning = german(LocalDate.of(2026, 7, 31), LocalDate.of(2026, 8, 10), rates);
    assertThat(reckoning.lines().getFirst().status()).isEqualTo(RateStatus.KNOWN);
    assertThat(reckoning.notes()).isEmpty();
  }

  @Test
  void onesOwnRateHoldsToTheEndOfItsHalfYearAndNoLonger() throws IOException {
    Rates rates = read(HEADING + "MINE,2027-02-03,1.50,known,here\n");
    assertThat(rates.on("MINE", LocalDate.of(2027, 6, 30)).rate()).isNotNull();
    assertThat(rates.on("MINE", LocalDate.of(2027, 7, 1)).rate()).isNull();
    assertThat(rates.on("MINE", NEW_YEAR).through()).isEqualTo("2027-02-02");
  }

  @Test
  void aFileMaySayHowLongItsLastRateIsEstablished() throws IOException {
    Rates rates =
        read(
            "series,valid_from,through,percent,status,source\n"
                + "# a remark\n\n"
                + "MINE,2027-01-01,,1.50,known,here\n"
                + "MINE,2027-03-01,2028-12-31,1.75,check,there\n");
    assertThat(rates.all())
        .extracting(Rate::through)
        .containsExactly(LocalDate.of(2027, 2, 28), LocalDate.of(2028, 12, 31));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "series,percent|1|MISSING_FIELD",
        "series,valid_from,percent,status,source;A,2027-01-01,1.5,known|2|MISSING_FIELD",
        "series,valid_from,percent,status,source;A,2027-13-01,1.5,known,x|2|WRONG_VALUE",
        "series,valid_from,percent,status,source;A,2027-01-01,1e5,known,x|2|WRONG_VALUE",
        "series,valid_from,percent,status,source;A,2027-01-01,1.5,guess,x|2|WRONG_VALUE",
        "series,valid_from,percent,status,source;A,2027-01-01,1.5,known, |2|MISSING_FIELD",
        "series,valid_from,percent,status,source;A,2027-01-01,1,known,x;A,2027-01-01,2,known,x|3"
            + "|DUPLICATE",
        "series,valid_from,through,percent,status,source;A,2027-01-01,2026-01-01,1,known,x|2"
            + "|WRONG_VALUE"
      })
  void aFileThatCannotBeTakenSaysWhereAndWhy(String text, int line, String code) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .isInstanceOfSatisfying(
            RatesRefused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(code);
              assertThat(refused.problem().position()).isEqualTo("line " + line);
              assertThat(refused.problem().source()).isEqualTo("mine.csv");
            });
  }

  @Test
  void everyCarriedRateAndLawIsCited() {
    assertThat(Rates.carried().all())
        .allSatisfy(rate -> assertThat(rate.source()).hasSizeGreaterThan(10))
        .extracting(Rate::series)
        .contains("ECB_MRO", "DE_BASE", "AT_BASE", "UK_BASE", "NL_CONSUMER", "FR_LEGAL");
    List<String> series = Rates.carried().all().stream().map(Rate::series).distinct().toList();
    for (Law law : Laws.all()) {
      assertThat(law.remarks()).as(law.id()).isNotEmpty();
      law.sums().forEach(rule -> assertThat(rule.source()).hasSizeGreaterThan(10));
      Law.InterestRule interest = law.interest();
      if (interest != null) {
        assertThat(interest.source()).hasSizeGreaterThan(10);
        assertThat(interest.percent() == null ? series : List.of(String.valueOf((Object) null)))
            .contains(String.valueOf(interest.series()));
      }
    }
  }

  @Test
  void aCountryWhoseLawIsNotCarriedIsAskedForAndNothingIsReckoned() {
    Money principal = Money.of(CurrencyUnit.USD, new BigDecimal("1000.00"));
    Reckoning reckoning =
        Claims.of(
            Debt.of("US", Debtor.BUSINESS, principal, LocalDate.of(2025, 1, 1)),
            NEW_YEAR,
            Rates.carried());
    assertThat(reckoning.lines()).isEmpty();
    assertThat(reckoning.problems().getFirst().code()).isEqualTo("LAW_MISSING");
  }

  @Test
  void aDebtThatIsOlderThanTheCarriedLawIsNotReckonedByIt() {
    Money principal = Money.of(CurrencyUnit.EUR, new BigDecimal("1000.00"));
    Debt debt = Debt.of("BE", Debtor.CONSUMER, principal, LocalDate.of(2023, 8, 30));
    assertThat(Claims.of(debt, NEW_YEAR, Rates.carried()).problems().getFirst().message())
        .contains("late from 2023-08-31");
  }
}
