package org.dunlin.connectors.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.junit.jupiter.api.Test;

/** The layouts of ABN AMRO, ING, Rabobank, Triodos, Knab and SNS. */
class DutchTest {
  private static final AccountId JANSEN = AccountId.ofIban("NL44RABO0123456789");

  @Test
  void abnAmroMarksFieldsBySlashes() {
    Payment payment = Sample.dutch().payment();

    assertThat(payment.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(payment.payerName()).isEqualTo("BAKKERIJ JANSEN B.V.");
    assertThat(payment.payerAccount()).isEqualTo(JANSEN);
    assertThat(payment.payerBic()).isEqualTo("RABONL2U");
    assertThat(payment.remittance()).isEqualTo("factuur 2026-0042");
    assertThat(payment.endToEndId()).isNull();
    assertThat(payment.details().references().bankReference()).isEqualTo("A1B2");
  }

  @Test
  void directDebitsAndTheirReturnsAreToldApart() {
    List<Payment> payments = Sample.dutch().payments();

    assertThat(payments.get(1).kind()).isEqualTo(PaymentKind.DIRECT_DEBIT);
    assertThat(payments.get(1).details().references().mandateId()).isEqualTo("M-7");
    assertThat(payments.get(1).details().payerId()).isEqualTo("NL98ZZZ123456780000");
    assertThat(payments.get(2).kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(payments.get(2).returnOf()).isEqualTo("INC-17");
    assertThat(payments.get(2).details().returnReason()).isEqualTo("MD06");
  }

  @Test
  void wordsOfAPayerThatSpeakOfReturningMakeNoReturn() {
    Sample sample = Sample.dutch().with("factuur 2026-0042", "RETOUR BORG STORNO");

    assertThat(sample.payment().kind()).isEqualTo(PaymentKind.TRANSFER);
  }

  @Test
  void abnAmroAlsoWritesWordsInColumns() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:2611201120C10,00N654NONREF",
                ":86:SEPA OVERBOEKING                 IBAN: NL44RABO0123456789",
                "BIC: RABONL2U                    NAAM: B. JANSEN",
                "OMSCHRIJVING: factuur 7          KENMERK: E-7")
            .payment();

    assertThat(payment.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(payment.payerAccount()).isEqualTo(JANSEN);
    assertThat(payment.payerName()).isEqualTo("B. JANSEN");
    assertThat(payment.endToEndId()).isEqualTo("E-7");
  }

  @Test
  void ingNamesTheOtherPartyInOneField() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:261120C10,00NTRFEREF//26112012345678",
                "/TRCD/00100/",
                ":86:/EREF/E-7//CNTP/NL44RABO0123456789/RABONL2U/B. JANSEN///REMI/USTD//",
                "factuur 2026-0042/")
            .payment();

    assertThat(payment.payerAccount()).isEqualTo(JANSEN);
    assertThat(payment.payerBic()).isEqualTo("RABONL2U");
    assertThat(payment.payerName()).isEqualTo("B. JANSEN");
    assertThat(payment.remittance()).isEqualTo("factuur 2026-0042");
    assertThat(payment.endToEndId()).isEqualTo("E-7");
    assertThat(payment.transactionCode()).isEqualTo("NTRF-00100");
    assertThat(payment.details().bankText()).isNull();
  }

  @Test
  void ingStructuresTheReference() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:261120C10,00NTRFEREF",
                ":86:/CNTP/NL44RABO0123456789/RABONL2U/B. JANSEN///REMI/STRD/CUR/RF18539007547034/")
            .payment();

    assertThat(payment.creditorReference()).isEqualTo("RF18539007547034");
    assertThat(payment.remittance()).isNull();
  }

  @Test
  void ingsOlderTypesHaveTwoLetters() {
    assertThat(Sample.of("10,00", ":61:261120C10,00NIC NONREF").payment().kind())
        .isEqualTo(PaymentKind.DIRECT_DEBIT);
    assertThat(Sample.of("10,00", ":61:261120C10,00NOV NONREF").payment().kind())
        .isEqualTo(PaymentKind.TRANSFER);
    assertThat(Sample.of("10,00", ":61:261120C10,00NBA NONREF").payment().kind())
        .isEqualTo(PaymentKind.CARD);
  }

  @Test
  void rabobankHasTheOtherAccountInTheSecondLineOfTheEntry() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:261120C000000000010,00N541EREF",
                "NL44RABO0123456789",
                ":86:/EREF/E-7/ORDP//NAME/B. Jansen/REMI/NR.2026-0041",
                "NR.2026-0042/ISDT/2026-11-20")
            .payment();

    assertThat(payment.payerAccount()).isEqualTo(JANSEN);
    assertThat(payment.payerName()).isEqualTo("B. Jansen");
    assertThat(payment.remittance()).isEqualTo("NR.2026-0041 NR.2026-0042");
    assertThat(payment.endToEndId()).isEqualTo("E-7");
    assertThat(payment.details().bankText()).isNull();
  }

  @Test
  void whoRabobankNamesBehindAnUltimatePartyIsThatParty() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:261120C10,00N541NONREF",
                ":86:/ORDP//NAME/Holding/ULTD//NAME/B. Jansen/REMI/x")
            .payment();

    assertThat(payment.payerName()).isEqualTo("Holding");
    assertThat(payment.details().ultimatePayerName()).isEqualTo("B. Jansen");
  }

  @Test
  void rabobanksBatchIsNamedByItsReference() {
    Payment payment =
        Sample.of("10,00", ":61:261120C10,00N586PREF", "0000000000", ":86:/PREF/BATCH-7").payment();

    assertThat(payment.details().references().batchId()).isEqualTo("BATCH-7");
    assertThat(payment.payerAccount()).isNull();
    assertThat(payment.remittance()).isNull();
  }

  @Test
  void rabobanksOlderFilesHaveAccountAndNameInTheEntry() {
    Sample sample =
        Sample.of(
                "30,00",
                ":61:261120C000000000010,00N0600733959555      B. JANSEN",
                ":86:BETALINGSKENM.  123456789",
                ":86:FACTUURNUMMER 987654321",
                ":61:261120C000000000020,00N030NONREF          WINKEL AMERSFOORT")
            .with("NL91ABNA0417164300", "1291.99.348EUR");

    assertThat(sample.payment().payerAccount()).isEqualTo(new AccountId(null, "0733959555", null));
    assertThat(sample.payment().payerName()).isEqualTo("B. JANSEN");
    assertThat(sample.payment().remittance())
        .isEqualTo("BETALINGSKENM. 123456789 FACTUURNUMMER 987654321");
    assertThat(sample.payments().get(1).payerName()).isEqualTo("WINKEL AMERSFOORT");
    assertThat(sample.payments().get(1).payerAccount()).isNull();
    assertThat(sample.statements().get(0).account())
        .isEqualTo(new AccountId(null, "129199348", null));
  }

  @Test
  void triodosHasItsOwnFields() {
    Sample sample =
        Sample.of(
                "10,00",
                ":61:261120C10,00NET NONREF",
                ":86:000>100000000000",
                ">20RABONL2U",
                ">21NL44RABO0123456789",
                ">22B. JANSEN FACTUUR 2026-0042 >23VAN MEI",
                ">310666666666",
                ":61:261120C0,00NIT NONREF")
            .with("NL91ABNA0417164300", "TRIODOSBANK/0666666666");

    assertThat(sample.payment().payerAccount()).isEqualTo(JANSEN);
    assertThat(sample.payment().payerBic()).isEqualTo("RABONL2U");
    assertThat(sample.payment().remittance()).isEqualTo("B. JANSEN FACTUUR 2026-0042  VAN MEI");
    assertThat(sample.statements().get(0).account())
        .isEqualTo(new AccountId(null, "0666666666", null));
  }

  @Test
  void triodosHasTheOtherAccountInFieldTen() {
    Payment payment =
        Sample.of("10,00", ":61:261120C10,00NIT NONREF", ":86:000>100555555555", ">20HUUR")
            .payment();

    assertThat(payment.payerAccount()).isEqualTo(new AccountId(null, "0555555555", null));
    assertThat(payment.remittance()).isEqualTo("HUUR");
  }

  @Test
  void knabNamesAccountAndNameInWords() {
    Payment payment =
        Sample.of(
                "500,00",
                ":61:2611201120C500,NTRFNONREF//B4G29PGCVO7Q06US",
                ":86:FACTUUR 2026-0041, 2026-0042",
                "REK: NL44RABO0123456789/NAAM: B. JANSEN")
            .payment();

    assertThat(payment.payerAccount()).isEqualTo(JANSEN);
    assertThat(payment.payerName()).isEqualTo("B. JANSEN");
    assertThat(payment.remittance()).isEqualTo("FACTUUR 2026-0041, 2026-0042");
  }
}
