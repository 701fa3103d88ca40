package org.dunlin.work.tieout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.tieout.Compared;
import org.dunlin.store.tieout.DifferencePart;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.KnownReasons.Claimed;
import org.dunlin.store.tieout.KnownReasons.Of;
import org.dunlin.store.tieout.TieOutLine;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Whatever is known of a difference, its parts are together all of it: nothing is plugged. */
class ExplanationProperties {
  private static final UUID ANNA = new UUID(1, 1);

  /**
   * A difference and what is known of it, in cents.
   *
   * @param told of the claims as write-backs; the rest has none
   * @param onAccount what is left of the program's bookings
   */
  record Case(
      int program, int hub, int claimed, int told, int missing, List<Integer> onAccount, int how) {
    Compared compared() {
      UUID customer = how % 4 == 0 ? null : ANNA;
      return new Compared(
          "c-1",
          customer,
          null,
          euros(program),
          euros(hub),
          amount(claimed),
          amount(missing),
          how % 4 == 1,
          false);
    }

    TieOutLine line() {
      Map<Of, List<Claimed>> claims =
          Map.of(new Of("c-1", "EUR"), List.of(new Claimed(EffectState.PENDING, amount(told))));
      List<BigDecimal> left = onAccount.stream().map(ExplanationProperties::amount).toList();
      OnAccount account = new OnAccount(Map.of("EUR", left), List.of(compared()));
      return new Explanation(claims, account, how >= 4).line(compared());
    }
  }

  @Property
  void thePartsOfADifferenceAreTogetherAllOfIt(@ForAll("cases") Case any) {
    TieOutLine line = any.line();

    assertThat(sum(line)).isEqualByComparingTo(line.difference().getAmount());
    assertThat(line.parts()).noneMatch(part -> part.amount().signum() == 0);
  }

  @Property
  void moneyOnAccountNeverExplainsThatAProgramSaysMoreNorWhatItIsNot(@ForAll("cases") Case any) {
    any.line().parts().stream()
        .filter(part -> part.reason() == DifferenceReason.ON_ACCOUNT)
        .forEach(
            part -> {
              int cents = -part.amount().movePointRight(2).intValueExact();
              int all = any.onAccount().stream().mapToInt(each -> each).sum();
              assertThat(cents).isPositive();
              assertThat(cents == all || any.onAccount().contains(cents)).isTrue();
            });
  }

  @Property
  void whatChangedEachTimeIsAsMuchAsItWas(@ForAll("cases") Case any) {
    TieOutLine changing = Explanation.changing(any.compared(), any.line());

    assertThat(sum(changing)).isEqualByComparingTo(sum(any.line()));
    assertThat(changing.explained()).isTrue();
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Integer> cents = Arbitraries.integers().between(-300, 300);
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 200);
    return Combinators.combine(
            cents,
            cents,
            few,
            few,
            few,
            few.filter(c -> c > 0).list().ofMaxSize(3),
            Arbitraries.integers().between(0, 7))
        .as(Case::new);
  }

  private static BigDecimal sum(TieOutLine line) {
    return line.parts().stream()
        .map(DifferencePart::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private static Money euros(int cents) {
    return Money.ofMinor(CurrencyUnit.EUR, cents);
  }
}
