package org.dunlin.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Several debts in one demand, and what stands beside the books. */
class DemandTest {
  private static final LocalDate ON = LocalDate.of(2025, 6, 30);

  private static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  private static Debt debt(String country, Debtor debtor, String amount, LocalDate due, String id) {
    return Debt.of(country, debtor, euros(amount), due)
        .reminded(LocalDate.of(2025, 5, 10))
        .invoices(List.of(id));
  }

  private static List<Claim> costs(List<Debt> debts) {
    return Claims.together(debts, ON, Rates.carried()).claims().stream()
        .filter(claim -> claim.kind() != ClaimKind.INTEREST)
        .toList();
  }

  @Test
  void principalsOfAConsumerAreAddedBeforeTheCostsAreReckoned() {
    // 15 % of 100.00 + 200.00 is 45.00; apart they would be twice the least of 40.00 (BW 6:96(7)).
    List<Claim> costs =
        costs(
            List.of(
                debt("NL", Debtor.CONSUMER, "100.00", LocalDate.of(2025, 4, 1), "a"),
                debt("NL", Debtor.CONSUMER, "200.00", LocalDate.of(2025, 5, 1), "b")));
    assertThat(costs).hasSize(1);
    assertThat(costs.getFirst().amount()).isEqualTo(euros("45.00"));
    assertThat(costs.getFirst().invoiceIds()).containsExactly("a", "b");
  }

  @Test
  void theVatThatIsNotRecoveredIsAddedToTheSumOnce() {
    List<Debt> debts =
        List.of(
            debt("NL", Debtor.CONSUMER, "100.00", LocalDate.of(2025, 4, 1), "a")
                .vatRecoverable(false),
            debt("NL", Debtor.CONSUMER, "100.00", LocalDate.of(2025, 5, 1), "b")
                .vatRecoverable(false));
    assertThat(costs(debts).getFirst().amount()).isEqualTo(euros("48.40"));
  }

  @Test
  void aDebtThatWasNotLateWhenTheLetterCameIsNotInTheDemand() {
    Debt late = debt("NL", Debtor.CONSUMER, "1000.00", LocalDate.of(2025, 4, 1), "a");
    Debt later = debt("NL", Debtor.CONSUMER, "1000.00", LocalDate.of(2025, 5, 20), "b");
    List<Claim> costs = costs(List.of(late, later));
    assertThat(costs).hasSize(1);
    assertThat(costs.getFirst().amount()).isEqualTo(euros("150.00"));
    assertThat(costs.getFirst().invoiceIds()).containsExactly("a");
  }

  @Test
  void eachInvoiceOfABusinessHasItsOwnFixedSum() {
    List<Claim> sums =
        costs(
            List.of(
                debt("FR", Debtor.BUSINESS, "100.00", LocalDate.of(2025, 4, 1), "a"),
                debt("FR", Debtor.BUSINESS, "200.00", LocalDate.of(2025, 4, 1), "b")));
    assertThat(sums).extracting(Claim::amount).containsExactly(euros("40.00"), euros("40.00"));
    assertThat(sums).extracting(Claim::invoiceIds).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void aPaymentIsTakenOnCostsThenInterestThenPrincipalBesideTheBooks() {
    // Due 15 January 2025, 27.78 EUR of interest to 14 February (31 days at 11.27 % of 2,902.31),
    // 40.00 of fixed sum: of 500.00 there remain 432.22 for the principal (BGB 367(1)).
    Debt debt =
        Debt.of("DE", Debtor.BUSINESS, euros("2902.31"), LocalDate.of(2025, 1, 14))
            .paid(List.of(new PartPayment(LocalDate.of(2025, 2, 15), euros("500.00"))));
    Reckoning reckoning = Claims.of(debt, LocalDate.of(2025, 2, 15), Rates.carried());
    Attribution view = Objects.requireNonNull(reckoning.attribution());
    assertThat(view.law()).isEqualTo("DE BGB 367(1)");
    Attribution.Taken taken = view.taken().getFirst();
    assertThat(taken.costs()).isEqualTo(euros("40.00"));
    assertThat(taken.interest()).isEqualTo(euros("27.78"));
    assertThat(taken.principal()).isEqualTo(euros("432.22"));
    assertThat(view.principal()).isEqualTo(euros("2470.09"));
    assertThat(debt.openOn(ON)).isEqualTo(euros("2402.31"));
    // The books' view: a day of 2,402.31 is 0.74; the law's: a day of 2,470.09 is 0.76.
    assertThat(reckoning.claims().get(1).amount()).isEqualTo(euros("0.74"));
    assertThat(view.interest()).isEqualTo(euros("0.76"));
  }

  @Test
  void interestIsTakenFirstThatHasBecomePartOfTheBase() {
    // 100 a year at 8 % of 1,250.00 from 1 January 2021; 50.00 are paid on 1 January 2022, when
    // 100.00 are interest that has become base, and costs of 187.50 come before it (BW 6:44).
    Debt debt =
        Debt.of("NL", Debtor.BUSINESS, euros("1250.00"), LocalDate.of(2020, 12, 31))
            .paid(List.of(new PartPayment(LocalDate.of(2022, 1, 2), euros("237.50"))));
    Reckoning reckoning = Claims.of(debt, LocalDate.of(2022, 1, 2), Rates.carried());
    Attribution view = Objects.requireNonNull(reckoning.attribution());
    assertThat(view.taken().getFirst().costs()).isEqualTo(euros("187.50"));
    assertThat(view.taken().getFirst().interest()).isEqualTo(euros("50.00"));
    assertThat(view.principal()).isEqualTo(euros("1250.00"));
    // 100.00 + a day of 1,350.00 (0.30) - 50.00 + a day of 1,300.00 (0.28).
    assertThat(view.interest()).isEqualTo(euros("50.58"));
  }

  @Test
  void whatWasPaidInTimeIsNoMatterOfAttribution() {
    Debt debt =
        Debt.of("DE", Debtor.BUSINESS, euros("1000.00"), LocalDate.of(2025, 1, 14))
            .paid(List.of(new PartPayment(LocalDate.of(2025, 1, 14), euros("500.00"))));
    assertThat(Claims.of(debt, ON, Rates.carried()).attribution()).isNull();
  }
}
