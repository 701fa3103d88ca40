package org.dunlin.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An invoice becomes debts by what its ledger says of it. */
class InvoiceDebtsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);

  @Test
  void whatWasPaidIsTakenOffTheEarliestDueFirst() {
    InvoiceDebts debts =
        debts(
            invoice("100.00", part(0, "40.00"), part(30, "60.00")),
            "30.00",
            List.of(paid(10, "50.00"), paid(40, "20.00")));

    assertThat(debts.debts().get(0).paid()).containsExactly(paid(10, "40.00"));
    assertThat(debts.debts().get(1).paid()).containsExactly(paid(10, "10.00"), paid(40, "20.00"));
    assertThat(debts.debts())
        .extracting(debt -> debt.openOn(DUE.plusDays(99)))
        .containsExactly(eur("0.00"), eur("30.00"));
    assertThat(debts.undated()).isEqualTo(eur("0.00"));
  }

  @Test
  void whatWasSettledOnNoKnownDayCountsFromTheDueDateOn() {
    InvoiceDebts debts = debts(invoice("100.00"), "60.00", List.of(paid(10, "15.00")));

    assertThat(debts.undated()).isEqualTo(eur("25.00"));
    assertThat(debts.debts().getFirst().paid())
        .containsExactly(paid(0, "25.00"), paid(10, "15.00"));
  }

  @Test
  void moreIsNeverTakenOffThanTheSourceSaysIsSettled() {
    InvoiceDebts debts =
        debts(invoice("100.00"), "80.00", List.of(paid(20, "15.00"), paid(10, "15.00")));

    assertThat(debts.debts().getFirst().paid())
        .containsExactly(paid(10, "15.00"), paid(20, "5.00"));
    assertThat(debts.debts().getFirst().openOn(DUE.plusDays(99))).isEqualTo(eur("80.00"));
  }

  @Test
  void betweenBusinessesTheSellersLawCountsAndForAConsumerThatOfTheirCountry() {
    assertThat(law(false, "BE")).isEqualTo(new Applicable("NL", Debtor.BUSINESS));
    assertThat(law(true, "be")).isEqualTo(new Applicable("BE", Debtor.CONSUMER));
    assertThat(law(null, null)).isEqualTo(new Applicable("NL", Debtor.CONSUMER));
    assertThat(law(true, "BE").needsTerms()).isTrue();
    assertThat(law(true, "NL").needsTerms()).isFalse();
  }

  @Test
  void aLetterGrantsItsDaysFromADayThatIsNotTooSoon() {
    assertThat(Receipt.of(Channel.EMAIL, DUE)).isEqualTo(DUE.plusDays(1));
    assertThat(Receipt.of(Channel.LETTER, DUE)).isEqualTo(DUE.plusDays(5));
  }

  @Test
  void aStepChargesWhatIsOwedAndAnnouncesWhatWillBe() {
    Debt debt =
        Debt.of("NL", Debtor.CONSUMER, eur("1000.00"), LocalDate.of(2025, 5, 1))
            .reminded(LocalDate.of(2025, 6, 2));
    Reckoning before = Claims.of(debt, LocalDate.of(2025, 6, 10), Rates.carried());
    Demand announced = Demand.of(before, List.of(ClaimKind.COSTS));

    assertThat(announced.charged()).isEmpty();
    assertThat(announced.announced())
        .extracting(line -> line.claim().amount(), Line::owedFrom)
        .containsExactly(tuple(eur("150.00"), LocalDate.of(2025, 6, 17)));
    assertThat(announced.lastFree()).isEqualTo(LocalDate.of(2025, 6, 16));

    Reckoning after = Claims.of(debt, LocalDate.of(2025, 6, 17), Rates.carried());
    Demand charged = Demand.of(after, List.of(ClaimKind.COSTS, ClaimKind.INTEREST));
    assertThat(charged.announces()).isFalse();
    assertThat(charged.charged())
        .extracting(line -> line.claim().kind())
        .contains(ClaimKind.COSTS, ClaimKind.INTEREST);
  }

  @Test
  void whatIsOnlyToBeVerifiedIsLeftOut() {
    Debt debt = Debt.of("NL", Debtor.BUSINESS, eur("1000.00"), LocalDate.of(2026, 5, 1));
    Reckoning reckoning = Claims.of(debt, LocalDate.of(2026, 11, 24), Rates.carried());
    Demand demand = Demand.of(reckoning, List.of(ClaimKind.INTEREST));

    assertThat(demand.charged())
        .extracting(line -> line.claim().amount())
        .containsExactly(eur("16.68"));
    assertThat(demand.leftOut())
        .extracting(line -> line.claim().amount())
        .containsExactly(eur("41.88"));
  }

  private static Applicable law(@Nullable Boolean consumer, @Nullable String country) {
    return Applicable.of(company(), customer(consumer, country));
  }

  private static InvoiceDebts debts(Invoice invoice, String open, List<PartPayment> settled) {
    return InvoiceDebts.of(
        invoice, eur(open), customer(false, "NL"), company(), settled, Map.of(), Agreed.NOTHING);
  }

  private static Invoice invoice(String total, Instalment... parts) {
    return new Invoice(
        "i-1",
        "2026-1",
        InvoiceKind.INVOICE,
        "c-1",
        DUE.minusDays(30),
        DUE,
        null,
        eur(total),
        eur(total),
        InvoiceStatus.OPEN,
        null,
        null,
        null,
        Stream.of(parts).toList(),
        List.of(),
        List.of(),
        null);
  }

  private static Instalment part(int days, String amount) {
    return new Instalment(DUE.plusDays(days), eur(amount));
  }

  private static PartPayment paid(int days, String amount) {
    return new PartPayment(DUE.plusDays(days), eur(amount));
  }

  private static Company company() {
    return new Company(
        "acme",
        "Acme",
        "NL",
        ZoneId.of("Europe/Amsterdam"),
        null,
        CurrencyUnit.EUR,
        List.of(),
        null,
        null,
        null,
        Map.of(),
        null,
        null);
  }

  private static Customer customer(@Nullable Boolean consumer, @Nullable String country) {
    return new Customer(
        "c-1",
        null,
        "Jansen",
        null,
        null,
        country == null ? null : new Address(null, null, null, country),
        null,
        null,
        null,
        List.of(),
        consumer,
        List.of(),
        null,
        null,
        null);
  }

  private static Money eur(String amount) {
    return Money.parse("EUR " + amount);
  }
}
