package org.dunlin.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.core.agreement.ArrangementRules.Breach;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Instalment;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ArrangementRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final ArrangementRules RULES = new ArrangementRules(3, 90, eur("50.00"));

  @Test
  void whatKeepsToTheRulesMayBeAgreed() {
    assertThat(RULES.against(of(part(30, "50.00"), part(60, "50.00"), part(90, "0.01")), TODAY))
        .isEmpty();
  }

  @Test
  void oneInstalmentTooManyMayNot() {
    assertThat(RULES.against(of(part(1, "50"), part(2, "50"), part(3, "50"), part(4, "50")), TODAY))
        .contains(Breach.TOO_MANY);
  }

  @Test
  void aDayTooLongMayNot() {
    assertThat(RULES.against(of(part(91, "100.00")), TODAY)).contains(Breach.TOO_LONG);
  }

  @Test
  void aCentTooLittleMayNotUnlessItIsTheRest() {
    assertThat(RULES.against(of(part(30, "49.99"), part(60, "50.01")), TODAY))
        .contains(Breach.TOO_SMALL);
  }

  @Test
  void itIsOverWhatIsOpenToTheCent() {
    assertThat(unsound("100.00", part(1, "50.00"), part(2, "50.00"))).isNull();
    assertThat(unsound("100.01", part(1, "50.00"), part(2, "50.00"))).isEqualTo(Breach.OTHER_SUM);
  }

  @Test
  void itsDaysComeOneAfterTheOtherAndNotBeforeToday() {
    assertThat(unsound("100.00", part(2, "50.00"), part(2, "50.00")))
        .isEqualTo(Breach.NOT_IN_ORDER);
    assertThat(unsound("100.00", part(-1, "50.00"), part(2, "50.00")))
        .isEqualTo(Breach.IN_THE_PAST);
    assertThat(unsound("100.00", part(0, "50.00"), part(2, "50.00"))).isNull();
  }

  @Test
  void itHasInstalmentsOfSomething() {
    assertThat(unsound("100.00")).isEqualTo(Breach.NO_AMOUNT);
    assertThat(unsound("100.00", part(1, "0.00"), part(2, "100.00"))).isEqualTo(Breach.NO_AMOUNT);
  }

  private static @org.jspecify.annotations.Nullable Breach unsound(
      String open, Instalment... instalments) {
    return ArrangementRules.unsound(of(instalments), eur(open), TODAY).orElse(null);
  }

  private static Instalment part(int days, String amount) {
    return new Instalment(TODAY.plusDays(days), eur(amount));
  }

  private static Arrangement of(Instalment... instalments) {
    return new Arrangement(
        "ar-1",
        "c-1",
        List.of("i-1"),
        Stream.of(instalments).toList(),
        CurrencyUnit.EUR,
        ArrangementState.PROPOSED);
  }

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new java.math.BigDecimal(amount));
  }
}
