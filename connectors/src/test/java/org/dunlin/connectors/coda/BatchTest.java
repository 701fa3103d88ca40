package org.dunlin.connectors.coda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Totals and their details: the money counts once. */
class BatchTest {
  @Test
  void detailsThatAddUpAreThePaymentsInPlaceOfTheirTotal() {
    ReadFile file =
        CodaFile.begun()
            .entry(1, 100_000, "20150000", "0Total of the day")
            .detail(1, 1, 60_000, "60150000", "0Invoice 1")
            .third(1, 1, "BE71096123456769", "ANNA", "")
            .detail(1, 2, 40_000, "60150000", "0Invoice 2")
            .third(1, 2, "BE71096123456769", "BERT", "")
            .end()
            .read();
    List<Payment> payments = file.payments();

    assertThat(payments).extracting(Payment::payerName).containsExactly("ANNA", "BERT");
    assertThat(payments)
        .extracting(Payment::amount)
        .containsExactly(Money.parse("EUR 60.00"), Money.parse("EUR 40.00"));
    assertThat(payments).extracting(Payment::id).doesNotHaveDuplicates();
    assertThat(file.statement().entries()).isEqualTo(1);
  }

  @Test
  void detailsOfBothSignsAddUpToTheirTotal() {
    List<Payment> payments =
        CodaFile.begun()
            .entry(1, 20_000, "20550000", "0")
            .detail(1, 1, 60_000, "60550000", "0collected")
            .detail(1, 2, -40_000, "60503000", "0unpaid")
            .end()
            .read()
            .payments();

    assertThat(payments)
        .extracting(Payment::direction)
        .containsExactly(Direction.IN, Direction.OUT);
    assertThat(payments)
        .extracting(Payment::kind)
        .containsExactly(PaymentKind.DIRECT_DEBIT, PaymentKind.RETURN);
  }

  @Test
  void detailsThatDoNotAddUpLeaveOnePaymentWithAllTheirWords() {
    Payment payment =
        CodaFile.begun()
            .entry(1, 100_000, "20150000", "0Total")
            .detail(1, 1, 60_000, "60150000", "0Invoice 1")
            .detail(1, 2, 30_000, "60150000", "0Invoice 2")
            .end()
            .read()
            .payment();

    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 100.00"));
    assertThat(payment.remittance()).isEqualTo("Total Invoice 1 Invoice 2");
  }

  @Test
  void aTotalWithoutDetailsIsOnePayment() {
    Payment payment =
        CodaFile.begun().entry(1, 100_000, "10550000", "0Total").end().read().payment();

    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 100.00"));
  }

  @Test
  void whatTheBankHeldBackOfATransferIsAFeeBesideIt() {
    List<Payment> payments =
        CodaFile.begun()
            .entry(1, 95_000, "34150000", "0Invoice 7")
            .third(1, 0, "GB33BUKB20201555555555", "CLARA", "")
            .detail(1, 1, 100_000, "84150100", "0")
            .detail(1, 2, -4_000, "84150013", "0Commission")
            .detail(1, 3, -1_000, "84150011", "0VAT")
            .end()
            .read()
            .payments();

    assertThat(payments)
        .extracting(Payment::amount)
        .containsExactly(
            Money.parse("EUR 100.00"), Money.parse("EUR 4.00"), Money.parse("EUR 1.00"));
    assertThat(payments)
        .extracting(Payment::kind)
        .containsExactly(PaymentKind.TRANSFER, PaymentKind.FEE, PaymentKind.FEE);
    assertThat(payments.get(0).payerName()).isEqualTo("CLARA");
    assertThat(payments.get(0).remittance()).isEqualTo("Invoice 7");
    assertThat(payments.get(1).direction()).isEqualTo(Direction.OUT);
    assertThat(payments).extracting(Payment::id).doesNotHaveDuplicates();
  }

  @Test
  void chargesOfADetailAreNotCountedBesideIt() {
    List<Payment> payments =
        CodaFile.begun()
            .entry(1, 150_000, "24150000", "0")
            .detail(1, 1, 55_000, "64150000", "0one")
            .detail(1, 2, 95_000, "74150000", "0two")
            .detail(1, 3, 100_000, "94150100", "0")
            .detail(1, 4, -5_000, "94150013", "0")
            .end()
            .read()
            .payments();

    assertThat(payments)
        .extracting(Payment::amount)
        .containsExactly(
            Money.parse("EUR 55.00"), Money.parse("EUR 100.00"), Money.parse("EUR 5.00"));
  }

  @Test
  void partsWithoutAGrossAmountLeaveTheEntryWhole() {
    Payment payment =
        CodaFile.begun()
            .entry(1, -812_690, "31301000", "0Loan")
            .detail(1, 1, -805_730, "81301055", "0capital")
            .detail(1, 2, -6_960, "81301002", "0interest")
            .end()
            .read()
            .payment();

    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 812.69"));
    assertThat(payment.remittance()).isEqualTo("Loan capital interest");
  }

  @Test
  void aLongBatchIsOpenedAsItComes() {
    assertThat(large(6_000_000).read().payments()).hasSize(6_000);
  }

  @Test
  void aLongBatchThatDoesNotAddUpRefusesTheFile() {
    assertThat(large(5_999_000).read().problem().code()).isEqualTo("BATCH_DOES_NOT_ADD_UP");
  }

  @Test
  void anEntryHasTheSameNameInEveryFileThatHoldsIt() {
    ReadFile alone = CodaFile.begun().entry(3, 5_000, "00150000", "0a").end().read();
    ReadFile behind =
        CodaFile.begun()
            .entry(2, 7_000, "00150000", "0b")
            .entry(3, 5_000, "00150000", "0a")
            .end()
            .read();

    assertThat(behind.payments().get(1).id()).isEqualTo(alone.payment().id());
  }

  @Test
  void equalEntriesOfADayAreTold() {
    String one = CodaFile.begun().entry(1, 5_000, "00150000", "0a").end().text();
    String both =
        CodaFile.begun()
            .entry(1, 5_000, "00150000", "0a")
            .entry(2, 5_000, "00150000", "0a")
            .end()
            .text()
            .replace("BANKREF0002", "BANKREF0001");
    List<Payment> payments = ReadFile.of(both).payments();

    assertThat(payments).extracting(Payment::id).doesNotHaveDuplicates();
    assertThat(payments.get(0).id()).isEqualTo(ReadFile.of(one).payment().id());
  }

  private static CodaFile large(long total) {
    CodaFile file = CodaFile.begun().entry(1, total, "20150000", "0");
    for (int i = 1; i <= 6_000; i++) {
      file.detail(1, i, 1_000, "60150000", "0Invoice " + i);
    }
    return file.end();
  }
}
