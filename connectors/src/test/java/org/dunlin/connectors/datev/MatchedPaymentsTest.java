package org.dunlin.connectors.datev;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.datev.MatchedPayments.Posted;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is posted of a payment: every cent of it that was allocated, once. */
class MatchedPaymentsTest {
  private static final String BANK = "DE02120300000000202051";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final LedgerAccounts ACCOUNTS =
      new LedgerAccounts(
          Map.of(BANK, "1800"),
          Map.of("c-1", "10001", "c-2", "10002"),
          Map.of(AdjustmentReason.BANK_CHARGE, "6855"));

  private final MatchedPayments payments =
      new MatchedPayments(
          BuchungsstapelTest.NOVEMBER,
          ACCOUNTS,
          Map.of(
              "i-1", invoice("i-1", "c-1"),
              "i-2", invoice("i-2", "c-2"),
              "i-3", invoice("i-3", "c-3")));

  @Test
  void aPaymentOfTwoInvoicesIsTwoPostingsAgainstTheirDebtors() {
    Posted posted =
        payments.of(
            payment("150.00", Direction.IN),
            List.of(allocation("i-1", "100.00"), allocation("i-2", "50.00")),
            List.of());

    assertThat(posted.problems()).isEmpty();
    assertThat(posted.postings())
        .containsExactly(
            posting("100.00", true, "1800", "10001", "RE-i-1", null, "Anna Rechnung"),
            posting("50.00", true, "1800", "10002", "RE-i-2", null, "Anna Rechnung"));
  }

  @Test
  void aDiscountStandsInThePostingOfItsInvoice() {
    Posted posted =
        payments.of(
            payment("148.00", Direction.IN),
            List.of(allocation("i-1", "98.00"), allocation("i-2", "50.00")),
            List.of(adjustment("i-1", "2.00", AdjustmentReason.DISCOUNT)));

    assertThat(posted.postings())
        .containsExactly(
            posting("98.00", true, "1800", "10001", "RE-i-1", "2.00", "Anna Rechnung"),
            posting("50.00", true, "1800", "10002", "RE-i-2", null, "Anna Rechnung"));
  }

  @Test
  void anotherDifferenceIsAPostingAgainstTheDebtor() {
    Posted posted =
        payments.of(
            payment("95.00", Direction.IN),
            List.of(allocation("i-1", "95.00")),
            List.of(adjustment("i-1", "5.00", AdjustmentReason.BANK_CHARGE)));

    assertThat(posted.postings())
        .containsExactly(
            posting("5.00", true, "6855", "10001", "RE-i-1", null, "Anna BANK_CHARGE"),
            posting("95.00", true, "1800", "10001", "RE-i-1", null, "Anna Rechnung"));
  }

  @Test
  void moneyThatLeftIsPostedTheOtherWayRound() {
    Posted posted =
        payments.of(
            payment("100.00", Direction.OUT), List.of(allocation("i-1", "100.00")), List.of());

    assertThat(posted.postings()).extracting(Posting::debit).containsExactly(false);
  }

  @Test
  void ofAPaymentWithAProblemNothingIsPosted() {
    Payment payment = payment("150.00", Direction.IN);
    Posted unknownDebtor =
        payments.of(
            payment, List.of(allocation("i-1", "100.00"), allocation("i-3", "50.00")), List.of());
    Posted unknownReason =
        payments.of(
            payment,
            List.of(allocation("i-1", "150.00")),
            List.of(adjustment("i-1", "1.00", AdjustmentReason.BAD_DEBT)));

    assertThat(List.of(unknownDebtor, unknownReason))
        .allSatisfy(posted -> assertThat(posted.postings()).isEmpty());
    assertThat(unknownDebtor.problems())
        .extracting(Problem::code)
        .containsExactly("NO_LEDGER_ACCOUNT");
    assertThat(unknownDebtor.problems().get(0).message()).contains("RE-i-3");
    assertThat(unknownReason.problems().get(0).message()).contains("BAD_DEBT");
  }

  @Test
  void whatDoesNotBelongIntoTheBatchIsAProblem() {
    MatchedPayments other =
        new MatchedPayments(
            BuchungsstapelTest.NOVEMBER,
            new LedgerAccounts(Map.of(), Map.of(), Map.of()),
            Map.of());
    Payment old = payment("1.00", Direction.IN, "EUR", DAY.minusMonths(1));
    Payment foreign = payment("1.00", Direction.IN, "USD", DAY);

    assertThat(payments.of(old, List.of(), List.of()).problems())
        .extracting(Problem::code)
        .containsExactly("OUTSIDE_PERIOD");
    assertThat(payments.of(foreign, List.of(), List.of()).problems())
        .extracting(Problem::code)
        .containsExactly("CURRENCY_MISMATCH");
    assertThat(other.of(payment("1.00", Direction.IN), List.of(), List.of()).problems())
        .extracting(Problem::code)
        .containsExactly("NO_LEDGER_ACCOUNT");
  }

  private static Posting posting(
      String amount,
      boolean debit,
      String account,
      String debtor,
      String document,
      @Nullable String discount,
      String text) {
    return new Posting(
        eur(amount),
        debit,
        account,
        debtor,
        DAY,
        document,
        discount == null ? null : eur(discount),
        text);
  }

  private static Payment payment(String amount, Direction direction) {
    return payment(amount, direction, "EUR", DAY);
  }

  private static Payment payment(
      String amount, Direction direction, String currency, LocalDate day) {
    return new Payment(
        "p-1",
        PaymentKind.TRANSFER,
        direction,
        day,
        null,
        Money.parse(currency + " " + amount),
        "Anna",
        null,
        null,
        "Rechnung",
        null,
        List.of(),
        null,
        null,
        AccountId.ofIban(BANK),
        null,
        null);
  }

  private static Allocation allocation(String invoice, String amount) {
    return new Allocation(
        "p-1", null, invoice, eur(amount), "m-1", 1, Decision.CONFIRMED, null, null, List.of());
  }

  private static Adjustment adjustment(String invoice, String amount, AdjustmentReason reason) {
    return new Adjustment("p-1", invoice, eur(amount), reason, "m-1");
  }

  private static Invoice invoice(String id, String customer) {
    return new Invoice(
        id,
        "RE-" + id,
        InvoiceKind.INVOICE,
        customer,
        DAY,
        null,
        null,
        eur("100.00"),
        eur("100.00"),
        InvoiceStatus.OPEN,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static Money eur(String amount) {
    return Money.parse("EUR " + amount);
  }
}
