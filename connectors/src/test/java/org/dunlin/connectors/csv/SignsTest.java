package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.junit.jupiter.api.Test;

class SignsTest {
  private static final Reading MARKED =
      Reading.BANK
          .with("amount: Amount", "amount: Amount\n  mark: Mark")
          .and("marks: {debit: [Af, D], credit: [Bij, C]}\n");
  private static final Reading TWO =
      Reading.BANK.with(
          "amount: Amount", "debit: \"Out ({currency})\"\n  credit: \"In ({currency})\"");

  @Test
  void aMarkSaysWhichWayMoneyMoved() {
    String file = "Date;Amount;Mark;Text\n2026-11-18;5.00;af;a\n2026-11-18;5.00;C;b\n";

    assertThat(MARKED.records(file, Payment.class))
        .extracting(Payment::direction)
        .containsExactly(Direction.OUT, Direction.IN);
  }

  @Test
  void aMarkThatNobodyNamedIsNoGuess() {
    assertThat(MARKED.problem("Date;Amount;Mark;Text\n2026-11-18;5.00;X;a\n").code())
        .isEqualTo("WRONG_MARK");
  }

  @Test
  void aSignThatContradictsTheMarkIsRefused() {
    assertThat(MARKED.problem("Date;Amount;Mark;Text\n2026-11-18;-5.00;C;a\n").code())
        .isEqualTo("SIGN_CONTRADICTED");
  }

  @Test
  void twoColumnsSayItByWhichIsFilledAndTheHeaderNamesTheCurrency() {
    String file = "Date;Out (CHF);In (CHF);Text\n2026-11-18;5.00;;a\n2026-11-18;;6.00;b\n";

    assertThat(TWO.records(file, Payment.class))
        .extracting(payment -> payment.direction() + " " + payment.amount())
        .containsExactly("OUT CHF 5.00", "IN CHF 6.00");
  }

  @Test
  void whatIsNegativeInTheColumnOfDebitsIsWhatTheDescriptionSays() {
    String file = "Date;Out (EUR);In (EUR);Text\n2026-11-18;-5.00;;a\n";

    assertThat(TWO.records(file, Payment.class).getFirst().direction()).isEqualTo(Direction.IN);
    assertThat(TWO.and("debits: negative\n").records(file, Payment.class).getFirst().direction())
        .isEqualTo(Direction.OUT);
  }

  @Test
  void amountsInBothColumnsAreRefused() {
    assertThat(TWO.problem("Date;Out (EUR);In (EUR);Text\n2026-11-18;5.00;6.00;a\n").code())
        .isEqualTo("AMOUNT_TWICE");
  }

  @Test
  void ofACardWhatIsSpentMayBePositive() {
    Reading card = Reading.BANK.and("positive: out\n");

    assertThat(card.records("Date;Amount;Text\n2026-11-18;5.00;a\n", Payment.class).getFirst())
        .returns(Direction.OUT, Payment::direction);
  }

  @Test
  void aFeeIsAPaymentOfItsOwnAndTheBalanceKnowsIt() {
    Reading provider = Reading.BANK.with("amount: Amount", "amount: Amount\n  fee: Fee");
    String file =
        "Date;Amount;Fee;Balance;Text\n"
            + "2026-11-18;100.00;-3.50;96.50;a\n"
            + "2026-11-19;10.00;0;106.50;b\n";

    List<Payment> payments = provider.records(file, Payment.class);

    assertThat(payments)
        .extracting(payment -> payment.kind() + " " + payment.direction() + " " + payment.amount())
        .containsExactly("OTHER IN EUR 100.00", "FEE OUT EUR 3.50", "OTHER IN EUR 10.00");
    assertThat(payments.get(1).id()).isEqualTo(payments.get(0).id() + "/fee");
  }

  @Test
  void wordsSayTheKind() {
    Reading kinds =
        Reading.BANK
            .with("amount: Amount", "amount: Amount\n  kind: Code")
            .and("kinds: {TRANSFER: [OV, GT], FEE: DV}\n");

    assertThat(
            kinds.records(
                "Date;Amount;Code;Text\n2026-11-18;1.00;gt;a\n2026-11-18;1.00;XX;a\n",
                Payment.class))
        .extracting(Payment::kind)
        .containsExactly(PaymentKind.TRANSFER, PaymentKind.OTHER);
  }
}
