package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 2026-11-02 is a Monday. */
class UnbrokenCoverageTest {
  private static final AccountId ACCOUNT = AccountId.ofIban("NL44RABO0123456789");

  @Test
  void statementsOfFollowingDaysCoverToTheLast() {
    assertThat(covered(day(2, "0", "10"), day(3, "10", "20"), day(4, "20", "20"))).isEqualTo(on(4));
  }

  @Test
  void aDayThatIsMissingEndsTheCoverHoweverManyCameAfterIt() {
    assertThat(covered(day(2, "0", "10"), day(4, "10", "20"), day(5, "20", "20"))).isEqualTo(on(2));
  }

  @Test
  void theMissingDayClosesTheBreakWhenItComesLate() {
    assertThat(covered(day(4, "10", "20"), day(2, "0", "10"), day(3, "10", "10"))).isEqualTo(on(4));
  }

  @Test
  void aWeekendIsNoBreak() {
    assertThat(covered(day(6, "0", "10"), day(9, "10", "20"))).isEqualTo(on(9));
  }

  @Test
  void aBalanceThatDoesNotFollowIsABreak() {
    assertThat(covered(day(2, "0", "10"), day(3, "11", "20"))).isEqualTo(on(2));
  }

  @Test
  void withoutBalancesTheDaysDecide() {
    assertThat(covered(day(2, null, null), day(3, "11", "20"))).isEqualTo(on(3));
  }

  @Test
  void aStatementWithinALongerOneChangesNothing() {
    assertThat(covered(from(2, 6), day(3, "5", "6"), day(9, null, null))).isEqualTo(on(9));
  }

  @Test
  void anAccountIsCoveredAsFarAsTheCurrencyThatIsLeast() {
    Statement dollars =
        new Statement("d", ACCOUNT, CurrencyUnit.USD, on(2), on(2), null, null, 0, null);
    assertThat(covered(day(2, "0", "1"), day(3, "1", "1"), dollars)).isEqualTo(on(2));
  }

  private static @Nullable LocalDate covered(Statement... statements) {
    return Coverage.coveredTo(Map.of(ACCOUNT.key(), List.of(statements))).get(ACCOUNT.key());
  }

  private static Statement day(int day, @Nullable String opening, @Nullable String closing) {
    return new Statement(
        "s" + day,
        ACCOUNT,
        CurrencyUnit.EUR,
        on(day),
        on(day),
        euro(opening),
        euro(closing),
        0,
        null);
  }

  private static Statement from(int first, int last) {
    return new Statement("w", ACCOUNT, CurrencyUnit.EUR, on(first), on(last), null, null, 0, null);
  }

  private static @Nullable Money euro(@Nullable String amount) {
    return amount == null ? null : Money.parse("EUR " + amount);
  }

  private static LocalDate on(int day) {
    return LocalDate.of(2026, 11, day);
  }
}
