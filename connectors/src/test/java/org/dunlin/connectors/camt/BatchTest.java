package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** One entry may stand for many transactions. */
class BatchTest {
  private static final String FIRST =
      "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">50.00</Amt></TxAmt></AmtDtls>";

  @Test
  void transactionsThatAddUpToTheEntryArePaymentsOfTheirOwn() {
    List<Payment> parts = Sample.version02().payments().subList(1, 3);

    assertThat(parts)
        .extracting(Payment::amount)
        .containsExactly(Money.parse("EUR 50.00"), Money.parse("EUR 25.00"));
    assertThat(parts).extracting(Payment::payerName).containsExactly("P. de Vries", "Q. Smit");
    String key = parts.get(0).id().substring(0, parts.get(0).id().lastIndexOf('/'));
    assertThat(parts).extracting(Payment::id).containsExactly(key + "/1", key + "/2");
  }

  @Test
  void aBatchIsOneEntryOfTheStatement() {
    assertThat(Sample.version02().statements().get(0).entries()).isEqualTo(3);
  }

  @Test
  void transactionsThatDoNotAddUpGiveOnePaymentWithWhatTheyAgreeOn() {
    Payment whole = whole(Sample.version02().with(FIRST, FIRST.replace("50.00", "49.00")));

    assertThat(whole.payerName()).isNull();
    assertThat(whole.endToEndId()).isNull();
    assertThat(whole.transactionCode()).isEqualTo("PMNT-IDDT-UPDD");
  }

  @Test
  void aTransactionWithoutAmountGivesOnePaymentForTheEntry() {
    assertThat(whole(Sample.version02().with(FIRST, "")).amount())
        .isEqualTo(Money.parse("EUR 75.00"));
  }

  @Test
  void aTransactionInAnotherCurrencyGivesOnePaymentForTheEntry() {
    assertThat(whole(Sample.version02().with(FIRST, FIRST.replace("EUR", "USD"))).amount())
        .isEqualTo(Money.parse("EUR 75.00"));
  }

  @Test
  void aTransactionAgainstTheDirectionOfTheEntryCountsAgainstIt() {
    Sample sample =
        Sample.version02()
            .with(FIRST, FIRST.replace("50.00", "100.00"))
            .with(
                "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>",
                "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><CdtDbtInd>CRDT</CdtDbtInd>");

    assertThat(sample.payments().subList(1, 3))
        .extracting(payment -> payment.direction() + " " + payment.amount())
        .containsExactly("OUT EUR 100.00", "IN EUR 25.00");
  }

  @Test
  void anAmountThatWasOrderedInTheAccountsCurrencyIsATransactionsToo() {
    assertThat(Sample.version02().with(FIRST, FIRST.replace("TxAmt", "InstdAmt")).payments())
        .isEqualTo(Sample.version02().payments());
  }

  @Test
  void severalListsOfOneEntryAreOneBatch() {
    Sample sample =
        Sample.version02()
            .with(
                "<TxDtls>\n            <Refs><EndToEndId>NOTPROVIDED",
                "</NtryDtls><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED");

    assertThat(sample.payments())
        .extracting(Payment::amount)
        .isEqualTo(Sample.version02().payments().stream().map(Payment::amount).toList());
  }

  @Test
  void whatTheBankChargesForABatchIsAPaymentToTheBank() {
    List<Payment> payments =
        Sample.version02()
            .with(FIRST, FIRST.replace("50.00", "48.00"))
            .with(
                "<NtryDtls>\n          <Btch>",
                "<Chrgs><Amt Ccy=\"EUR\">2.00</Amt></Chrgs><NtryDtls><Btch>")
            .payments();

    assertThat(payments.get(3).kind()).isEqualTo(PaymentKind.FEE);
    assertThat(payments.get(3).direction()).isEqualTo(Direction.OUT);
    assertThat(payments.get(3).amount()).isEqualTo(Money.parse("EUR 2.00"));
    assertThat(payments.get(3).id()).endsWith("/charges");
    assertThat(payments.get(1).amount()).isEqualTo(Money.parse("EUR 48.00"));
  }

  @Test
  void theWordsOfAllTransactionsStandOnTheOnePayment() {
    Sample sample =
        Sample.version02()
            .with(FIRST, "<RmtInf><Ustrd>A-1</Ustrd></RmtInf>")
            .with(
                "<RltdPties><Dbtr><Nm>Q. Smit</Nm></Dbtr></RltdPties>",
                "<RmtInf><Ustrd>A-2</Ustrd></RmtInf>");

    assertThat(whole(sample).remittance()).isEqualTo("A-1 A-2");
  }

  @Test
  void theAmountOfASingleTransactionIsTheEntrys() {
    Sample sample =
        Sample.version02()
            .with(
                "<EndToEndId>E2E-1</EndToEndId></Refs>",
                "<EndToEndId>E2E-1</EndToEndId></Refs><Amt Ccy=\"USD\">1300.00</Amt>");

    assertThat(sample.payments().get(0).amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(sample.payments().get(0).payerName()).isEqualTo("BAKKERIJ JANSEN");
  }

  private static Payment whole(Sample sample) {
    List<Payment> payments = sample.payments();
    assertThat(payments).hasSize(3);
    assertThat(payments.get(1).amount()).isEqualTo(Money.parse("EUR 75.00"));
    return payments.get(1);
  }
}
