package org.dunlin.connectors.coda;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Structured communications, each with fields of its own. */
class StructuresTest {
  @Test
  void aStructuredReferenceIsTheCreditors() {
    assertThat(read("00150000", "1101090933755493").creditorReference()).isEqualTo("090933755493");
    assertThat(read("00150000", "1102090933755493").creditorReference()).isEqualTo("090933755493");
    assertThat(read("00150000", "1100RF18539007547034").creditorReference())
        .isEqualTo("RF18539007547034");
    assertThat(read("00150000", "1101000000000000").creditorReference()).isNull();
  }

  @Test
  void wordsBehindAReferenceAreThePayers() {
    assertThat(read("00150000", "1101090933755493  and thanks").remittance())
        .isEqualTo("and thanks");
  }

  @Test
  void theOriginalAmountInformsAndItsReferenceCounts() {
    Payment payment =
        read(
            "00150000",
            "1105" + "000000000100000" + "000000000110000",
            "000110000000USD090933755493");

    assertThat(payment.details().instructedAmount()).isEqualTo(Money.parse("USD 110.00"));
    assertThat(payment.details().exchangeRate()).isEqualTo(new BigDecimal("1.1"));
    assertThat(payment.creditorReference()).isEqualTo("090933755493");
  }

  @Test
  void aPaymentByCardSaysWhereAndInWhichCurrency() {
    Payment payment =
        read(
            "00402000",
            "1113"
                + "670300000000001 "
                + "1"
                + "000123"
                + "000045"
                + "191126"
                + "1030"
                + "0"
                + "GRAND CAF",
            "E      GHENT     000000000012500000125000000USD");

    assertThat(payment.kind()).isEqualTo(PaymentKind.CARD);
    assertThat(payment.details().bankText()).isEqualTo("GRAND CAFE GHENT");
    assertThat(payment.details().instructedAmount()).isEqualTo(Money.parse("USD 12.50"));
  }

  @Test
  void aDirectDebitHasItsMandateItsWordsAndAtTheDebtorsItsCreditor() {
    String creditor = "BE69ZZZ0123456789" + " ".repeat(18);
    String mandate = "M-77" + " ".repeat(31);
    Payment collected = directDebit("00550000", creditor + mandate, "0", "    ");
    Payment paid = directDebit("00501000", creditor + mandate, "0", "    ");

    assertThat(collected.kind()).isEqualTo(PaymentKind.DIRECT_DEBIT);
    assertThat(collected.details().references().mandateId()).isEqualTo("M-77");
    assertThat(collected.remittance()).isEqualTo("Subscription November");
    assertThat(collected.details().payerId()).isNull();
    assertThat(paid.details().payerId()).isEqualTo("BE69ZZZ0123456789");
  }

  @Test
  void aDirectDebitThatWasNotPaidIsAReturnWithItsReason() {
    String parties = "BE69ZZZ0123456789" + " ".repeat(18) + "M-77" + " ".repeat(31);
    Payment returned = directDebit("00503000", parties, "2", "AC04");

    assertThat(returned.kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(returned.details().returnReason()).isEqualTo("AC04");
    assertThat(returned.returnOf()).isEqualTo("E2E-1");
  }

  @Test
  void aDirectDebitOfBeforeSepaIsReadToo() {
    Payment refused =
        read(
            "00503000",
            "1107" + "012345678901" + "201126" + "Rent of November",
            "              3" + "00123456789");

    assertThat(refused.kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(refused.details().references().mandateId()).isEqualTo("012345678901");
    assertThat(refused.details().returnReason()).isEqualTo("3");
    assertThat(refused.remittance()).isEqualTo("Rent of November");
  }

  @Test
  void aReturnMayStandInRecordTwoTwo() {
    Payment returned =
        CodaFile.begun()
            .entry(1, -50_000, "00101000", "0")
            .second(1, 0, "", "E2E-9", "BBRUBEBB      2MD06")
            .end()
            .read()
            .payment();

    assertThat(returned.kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(returned.details().returnReason()).isEqualTo("MD06");
    assertThat(returned.returnOf()).isEqualTo("E2E-9");
  }

  @Test
  void whatCannotBeReadOfAStructureIsLeftOut() {
    Payment payment = read("00150000", "1105" + "not a number at all".repeat(2));

    assertThat(payment.details().instructedAmount()).isNull();
    assertThat(payment.details().exchangeRate()).isNull();
  }

  @Test
  void aStructureThatOnlyInformsIsWordsOfTheBank() {
    assertThat(read("03501000", "1108000000000001230").details().bankText())
        .isEqualTo("108000000000001230");
  }

  @Test
  void theKindIsThatOfFamilyAndTransaction() {
    assertThat(read("00137000", "0").kind()).isEqualTo(PaymentKind.FEE);
    assertThat(read("08002000", "0").kind()).isEqualTo(PaymentKind.FEE);
    assertThat(read("00154000", "0").kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(read("00250000", "0").kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(read("04150000", "0").kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(read("00352000", "0").kind()).isEqualTo(PaymentKind.CHEQUE);
    assertThat(read("00362000", "0").kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(read("00450000", "0").kind()).isEqualTo(PaymentKind.CARD);
    assertThat(read("00599000", "0").kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(read("00950000", "0").kind()).isEqualTo(PaymentKind.OTHER);
  }

  private static Payment read(String code, String communication) {
    return read(code, communication, "");
  }

  /** The communication goes on in record 2.2 behind 53 characters. */
  private static Payment read(String code, String communication, String more) {
    String whole = communication + more;
    String first = whole.substring(0, Math.min(54, whole.length()));
    CodaFile file = CodaFile.begun().entry(1, 100_000, code, first);
    if (whole.length() > 54) {
      file.second(1, 0, whole.substring(54), "", "");
    }
    return file.end().read().payment();
  }

  private static Payment directDebit(String code, String parties, String kind, String reason) {
    String words = "Subscription November" + " ".repeat(41);
    String zone = "127" + "201126" + "120" + parties + words + kind + reason;
    return CodaFile.begun()
        .entry(1, 100_000, code, "1" + zone.substring(0, 53))
        .second(1, 0, zone.substring(53, 106), "E2E-1", "")
        .third(1, 0, "", "A", zone.substring(106))
        .end()
        .read()
        .payment();
  }
}
