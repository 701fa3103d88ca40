package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Scene.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static final AccountId BANK = AccountId.ofIban("NL44RABO0123456789");
  private static final AccountId WALLET = new AccountId(null, "org_1", "MOLLIE");

  @ParameterizedTest
  @CsvSource({
    // 7 December 2026 is a Monday.
    "2026-12-08, 2026-12-07, 2026-12-06",
    "2026-12-07, 2026-12-04, 2026-12-03",
    "2026-12-06, 2026-12-04, 2026-12-03",
    "2026-12-05, 2026-12-04, 2026-12-03",
  })
  void anAccountIsCoveredWhereAStatementReachesTheLastBankingDayBefore(
      String businessDate, String enough, String tooEarly) {
    assertThat(missing(Map.of(BANK.key(), day(enough)), businessDate)).isEmpty();
    assertThat(missing(Map.of(BANK.key(), day(tooEarly)), businessDate)).containsExactly(BANK);
  }

  @Test
  void anAccountWithoutAnyStatementIsNotCovered() {
    assertThat(missing(Map.of(), "2026-12-08")).containsExactly(BANK);
  }

  @Test
  void everyAccountCountsAlsoOneWithoutAnIban() {
    assertThat(
            Coverage.missing(
                List.of(BANK, WALLET), Map.of(BANK.key(), day("2026-12-07")), day("2026-12-08")))
        .containsExactly(WALLET);
    assertThat(
            Coverage.missing(
                List.of(WALLET), Map.of("MOLLIE:org_1", day("2026-12-07")), day("2026-12-08")))
        .isEmpty();
  }

  private static List<AccountId> missing(Map<String, LocalDate> statements, String businessDate) {
    return Coverage.missing(List.of(BANK), statements, day(businessDate));
  }
}
