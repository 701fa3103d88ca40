package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.LedgerDays.action;
import static org.dunlin.core.dunning.LedgerDays.allocation;
import static org.dunlin.core.dunning.LedgerDays.creditNote;
import static org.dunlin.core.dunning.LedgerDays.invoice;
import static org.dunlin.core.dunning.LedgerDays.payment;
import static org.dunlin.core.dunning.Plans.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers like those on which other systems have reminded wrongly, from their lines to actions. */
class LedgerDaysTest {
  private static final Plan PLAN =
      Plans.with(
          "tolerance: {EUR: \"0.10\"}", mail("first", "+5d"), mail("second", "previous +7d"));
  private static final String PAID = "\"paymentId\":\"p\"";
  private static final String CREDITED = "\"creditNoteId\":\"cn\"";
  private static final String DUE = "2026-12-01";

  @Test
  void aPartPaymentBetweenTwoStepsIsTakenOffTheEarliestInstalmentAndShiftsNone() {
    String parts =
        ",\"instalments\":[{\"dueDate\":\"2026-12-01\",\"amount\":\"60.00\"},"
            + "{\"dueDate\":\"2026-12-04\",\"amount\":\"40.00\"}]";
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", DUE, "100.00", "EUR", parts),
            payment("p", "TRANSFER", "2026-12-10", "70.00", ""),
            allocation(PAID, "i", "70.00", "CONFIRMED"));

    assertThat(ledger.run(PLAN, DUE, "2027-12-01"))
        .containsExactly(
            "2026-12-06 DUE first i EUR 60.00",
            "2026-12-09 DUE first i EUR 40.00",
            "2026-12-16 DUE second i EUR 30.00");
  }

  @Test
  void aPartPaymentThatLeavesNineCentsEndsItAndOneThatLeavesTenDoesNot() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("nine", DUE, "100.00"),
            invoice("ten", DUE, "100.00"),
            payment("p", "TRANSFER", "2026-12-08", "199.81", ""),
            allocation(PAID, "nine", "99.91", "AUTOMATIC"),
            allocation(PAID, "ten", "99.90", "AUTOMATIC"));

    assertThat(ledger.run(PLAN, DUE, "2027-12-01"))
        .containsExactly(
            "2026-12-06 DUE first nine EUR 100.00, ten EUR 100.00",
            "2026-12-13 DUE second ten EUR 0.10");
  }

  @Test
  void aCreditNoteThatCoversAPartAndComesLaterCountsFromItsOwnDayOn() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", DUE, "100.00"),
            creditNote("cn", "2026-12-10", "30.00"),
            allocation(CREDITED, "i", "30.00", "CONFIRMED"));

    assertThat(ledger.run(PLAN, DUE, "2027-12-01"))
        .containsExactly("2026-12-06 DUE first i EUR 100.00", "2026-12-13 DUE second i EUR 70.00");
  }

  @Test
  void aCreditNoteOfTheWholeEndsTheStepsFromItsOwnDayOn() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", DUE, "100.00"),
            creditNote("cn", "2026-12-13", "100.00"),
            allocation(CREDITED, "i", "100.00", "MANUAL"));

    assertThat(ledger.run(PLAN, DUE, "2027-12-01"))
        .containsExactly("2026-12-06 DUE first i EUR 100.00");
  }

  @Test
  void aCreditNoteThatIsAppliedToNothingIsNeitherDunnedNorHoldsAnything() {
    LedgerDays ledger =
        LedgerDays.of(invoice("i", DUE, "100.00"), creditNote("cn", "2026-11-10", "100.00"));

    assertThat(ledger.run(PLAN, DUE, "2026-12-06"))
        .containsExactly("2026-12-06 DUE first i EUR 100.00");
  }

  @Test
  void twoCurrenciesAreToldInOneMessageAndEachHasItsOwnTolerance() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("eur", DUE, "0.09"),
            invoice("usd", DUE, "0.09", "USD", ""),
            invoice("more", DUE, "20.00"));

    assertThat(ledger.run(PLAN, DUE, "2026-12-06"))
        .containsExactly("2026-12-06 DUE first more EUR 20.00, usd USD 0.09");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENT", "DONE"})
  void aStepThatAPersonMovedToAnotherDayCountsFromThatDay(String state) {
    LedgerDays ledger =
        LedgerDays.of(invoice("i", DUE, "100.00"), action(state, "first", "2026-12-20", "i", DUE));

    assertThat(ledger.run(PLAN, "2026-12-21", "2027-12-01"))
        .containsExactly("2026-12-27 DUE second i EUR 100.00");
  }

  @Test
  void aStepThatAPersonPutForwardLeavesOutThoseBeforeIt() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", DUE, "100.00"), action("DONE", "second", "2026-12-03", "i", DUE));

    assertThat(ledger.run(PLAN, "2026-12-04", "2027-12-01")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCELLED", "FAILED", "HELD"})
  void aStepThatCameToNothingDoesNotCountAndIsDueOnTheNextDay(String state) {
    LedgerDays ledger =
        LedgerDays.of(invoice("i", DUE, "100.00"), action(state, "first", "2026-12-06", "i", DUE));

    assertThat(ledger.run(PLAN, "2026-12-07", "2026-12-14"))
        .containsExactly("2026-12-07 DUE first i EUR 100.00", "2026-12-14 DUE second i EUR 100.00");
  }

  /** It may have left; nothing is sent twice. */
  @ParameterizedTest
  @ValueSource(strings = {"SENDING", "UNKNOWN"})
  void whatMayHaveLeftCountsAsSent(String state) {
    LedgerDays ledger =
        LedgerDays.of(invoice("i", DUE, "100.00"), action(state, "first", "2026-12-06", "i", DUE));

    assertThat(ledger.run(PLAN, "2026-12-07", "2026-12-14"))
        .containsExactly("2026-12-13 DUE second i EUR 100.00");
  }

  @Test
  void whatAPersonHasStillToApproveWasNotSentAndKeepsItsStepWaiting() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", DUE, "100.00"),
            action("AWAITING_APPROVAL", "first", "2026-12-06", "i", DUE));

    assertThat(ledger.run(PLAN, "2026-12-07", "2027-12-01")).isEmpty();
  }

  @Test
  void whatWasSettledWithoutMoneyComesBackWithThePaymentThatGoesBack() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", DUE, "100.00"),
            payment("p", "DIRECT_DEBIT", "2026-12-02", "98.00", ""),
            allocation(PAID, "i", "98.00", "CONFIRMED"),
            "{\"type\":\"adjustment\",\"paymentId\":\"p\",\"invoiceId\":\"i\",\"amount\":\"2.00\","
                + "\"reason\":\"DISCOUNT\"}",
            payment("r", "RETURN", "2026-12-10", "98.00", ",\"returnOf\":\"p\""));

    assertThat(ledger.run(PLAN, DUE, "2026-12-10"))
        .containsExactly("2026-12-10 DUE first i EUR 100.00");
  }

  @Test
  void theLineOfAReturnOpensWhatItTakesBackAndOnlyOnce() {
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", DUE, "100.00"),
            payment("p", "DIRECT_DEBIT", "2026-12-02", "100.00", ""),
            allocation(PAID, "i", "100.00", "AUTOMATIC"),
            payment("r", "RETURN", "2026-12-10", "100.00", ",\"returnOf\":\"p\""),
            allocation("\"paymentId\":\"r\"", "i", "100.00", "AUTOMATIC"));

    assertThat(ledger.run(PLAN, DUE, "2026-12-10"))
        .containsExactly("2026-12-10 DUE first i EUR 100.00");
  }

  @Test
  void anArrangementHoldsAsLongAsTheLedgerCallsItAgreed() {
    String agreed =
        "{\"type\":\"arrangement\",\"id\":\"ar\",\"customerId\":\"c-1\",\"invoiceIds\":[\"i\"],"
            + "\"instalments\":[{\"dueDate\":\"2026-12-15\",\"amount\":\"100.00\"}],"
            + "\"currency\":\"EUR\",\"state\":\"%s\"}";

    assertThat(
            LedgerDays.of(invoice("i", DUE, "100.00"), agreed.formatted("AGREED"))
                .run(PLAN, DUE, "2027-12-01"))
        .containsExactly("2026-12-06 HELD first i EUR 100.00 [ARRANGEMENT]");
    assertThat(
            LedgerDays.of(invoice("i", DUE, "100.00"), agreed.formatted("BROKEN"))
                .run(PLAN, DUE, "2026-12-06"))
        .containsExactly("2026-12-06 DUE first i EUR 100.00");
  }

  @Test
  void aPromiseHoldsThroughItsDayAndWhatIsOpenAfterItGoesOn() {
    String promise =
        "{\"type\":\"promise\",\"id\":\"pr\",\"customerId\":\"c-1\",\"invoiceIds\":[\"i\"],"
            + "\"amount\":\"100.00\",\"currency\":\"EUR\",\"on\":\"2026-12-08\",\"state\":\"OPEN\"}";

    assertThat(LedgerDays.of(invoice("i", DUE, "100.00"), promise).run(PLAN, DUE, "2026-12-20"))
        .containsExactly(
            "2026-12-06 HELD first i EUR 100.00 [PROMISE]",
            "2026-12-09 DUE first i EUR 100.00",
            "2026-12-16 DUE second i EUR 100.00");
  }

  @Test
  void anInvoiceDueOnALeapDayIsOverdueFromTheFirstOfMarch() {
    Plan next = Plans.steps(mail("first", "+1d"), mail("second", "end-of-month +366d"));

    assertThat(
            LedgerDays.of(invoice("i", "2028-02-29", "100.00"))
                .run(next, "2028-02-01", "2029-12-31"))
        .containsExactly("2028-03-01 DUE first i EUR 100.00", "2029-03-31 DUE second i EUR 100.00");
  }

  @Test
  void theStepAfterOneThatWaitedForAContactCountsFromTheDayOnWhichThatWasDone() {
    Plan calm =
        Plans.with(
            "contact: {minDaysBetween: 7, businessDaysOnly: true}",
            mail("first", "end-of-month +0d"),
            mail("second", "previous +7d"));
    LedgerDays ledger =
        LedgerDays.of(
            invoice("i", "2027-01-10", "100.00"),
            invoice("other", "2026-12-01", "50.00"),
            action("SENT", "second", "2027-01-28", "other", "2026-12-01"));

    assertThat(ledger.run(calm, "2027-01-29", "2027-02-28"))
        .containsExactly(
            "2027-02-01 HELD first i EUR 100.00 [CONTACT_POLICY]",
            "2027-02-04 DUE first i EUR 100.00",
            "2027-02-11 DUE second i EUR 100.00");
  }
}
