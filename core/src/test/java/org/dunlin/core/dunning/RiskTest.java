package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.dunlin.core.dunning.PaymentBehaviour.InCurrency;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How risky a customer is by how it has paid. */
class RiskTest {
  @ParameterizedTest
  @CsvSource({
    "9.99, 49, 0, LOW",
    "10, 0, 0, MEDIUM",
    "29.99, 0, 0, MEDIUM",
    "30, 0, 0, HIGH",
    "0, 50, 0, MEDIUM",
    "0, 100, 0, MEDIUM",
    "10, 50, 0, HIGH",
    "0, 0, 1, MEDIUM",
    "0, 0, 2, HIGH",
    "0, 60, 1, HIGH",
    "12, 10, 1, HIGH",
  })
  void eachThingHasItsBoundsAndTwoThatAreMediumMakeHigh(
      String daysLate, int percentOverdue, int broken, RiskLevel level) {
    InCurrency euros = euros("1000.00", daysLate, "200.00", 2 * percentOverdue + ".00");

    assertThat(Risk.of(new PaymentBehaviour(3, broken, List.of(euros))).level()).isEqualTo(level);
  }

  @Test
  void whoHasPaidFewerThanThreeIsUnknownHoweverLate() {
    InCurrency euros = euros("100.00", "90", "100.00", "100.00");

    Risk risk = Risk.of(new PaymentBehaviour(2, 5, List.of(euros)));

    assertThat(risk.level()).isEqualTo(RiskLevel.UNKNOWN);
    assertThat(risk.reasons())
        .containsExactly(new Risk.Reason(Risk.About.PAID, RiskLevel.UNKNOWN, 2));
    assertThat(Risk.of(PaymentBehaviour.NONE).level()).isEqualTo(RiskLevel.UNKNOWN);
  }

  @Test
  void currenciesAreNotAddedUpTheWorstCounts() {
    InCurrency euros = euros("100000.00", "0", "100000.00", "0.00");
    InCurrency yen =
        new InCurrency(
            Money.parse("JPY 10"),
            new BigDecimal("150"),
            Money.parse("JPY 10"),
            Money.parse("JPY 3"));

    assertThat(Risk.of(new PaymentBehaviour(9, 0, List.of(euros, yen))).reasons())
        .containsExactly(
            new Risk.Reason(Risk.About.DAYS_LATE, RiskLevel.MEDIUM, 15),
            new Risk.Reason(Risk.About.OVERDUE, RiskLevel.LOW, 30),
            new Risk.Reason(Risk.About.BROKEN_PROMISES, RiskLevel.LOW, 0));
  }

  @Test
  void whoPaidNothingLatelyAndOwesNothingIsLow() {
    assertThat(Risk.of(new PaymentBehaviour(3, 0, List.of())).level()).isEqualTo(RiskLevel.LOW);
  }

  private static InCurrency euros(String paid, String daysLate, String open, String overdue) {
    return new InCurrency(
        Money.parse("EUR " + paid),
        new BigDecimal(paid).multiply(new BigDecimal(daysLate)),
        Money.parse("EUR " + open),
        Money.parse("EUR " + overdue));
  }
}
