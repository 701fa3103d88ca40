package org.dunlin.connectors.ofx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a transaction becomes. */
class TransactionTest {
  @Test
  void aCreditWithItsPartyAndItsWords() {
    String transaction =
        OfxFile.transaction("CREDIT", "1210.00", "F-0001", "BAKERY JANSEN")
            .replace(
                "</STMTTRN>",
                "<MEMO>Invoice 2026-0042\n<REFNUM>R-1\n<CHECKNUM>0\n<DTAVAIL>20261119\n</STMTTRN>");
    Payment payment = OfxFile.sgml(transaction).payment();

    assertThat(payment.direction()).isEqualTo(Direction.IN);
    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(payment.bookingDate()).isEqualTo(LocalDate.of(2026, 11, 18));
    assertThat(payment.valueDate()).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(payment.payerName()).isEqualTo("BAKERY JANSEN");
    assertThat(payment.remittance()).isEqualTo("Invoice 2026-0042");
    assertThat(payment.transactionCode()).isEqualTo("CREDIT");
    assertThat(payment.details().references().bankReference()).isEqualTo("F-0001");
    assertThat(payment.details().references().transactionId()).isEqualTo("R-1");
    assertThat(payment.details().references().chequeNumber()).isNull();
  }

  @Test
  void aTransferNamesTheOtherAccountAndAPayeeMayStandForTheName() {
    String transaction =
        OfxFile.transaction("XFER", "-5.00", "F-0001", "A")
            .replace(
                "<NAME>A\n",
                "<PAYEE><NAME>THE MILL<CITY>GHENT</PAYEE><BANKACCTTO><BANKID>1"
                    + "<ACCTID>BE68539007547034<ACCTTYPE>CHECKING</BANKACCTTO>\n");
    Payment payment = OfxFile.sgml(transaction).payment();

    assertThat(payment.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(payment.payerName()).isEqualTo("THE MILL");
    assertThat(payment.payerAccount()).isEqualTo(AccountId.ofIban("BE68539007547034"));
  }

  @Test
  void theDayIsThatWhichStandsThereWhateverItsZone() {
    for (String written :
        List.of(
            "20261118",
            "20261118235959",
            "20261118000000.000",
            "20261118233000.000[-5:EST]",
            "20261118003000[+9.5:ACST]",
            "20261118093914:014")) {
      Payment payment = changed("<DTPOSTED>20261118120000.000[-5:EST]", "<DTPOSTED>" + written);
      assertThat(payment.bookingDate()).as(written).isEqualTo(LocalDate.of(2026, 11, 18));
    }
  }

  @Test
  void anAmountMayHaveACommaAndASign() {
    assertThat(changed("<TRNAMT>1.00", "<TRNAMT>+1210,5").amount())
        .isEqualTo(Money.parse("EUR 1210.50"));
    assertThat(changed("<TRNAMT>1.00", "<TRNAMT>.50").amount()).isEqualTo(Money.parse("EUR 0.50"));
    assertThat(changed("<TRNAMT>1.00", "<TRNAMT>7").amount()).isEqualTo(Money.parse("EUR 7.00"));
  }

  @Test
  void theKindIsThatOfTheType() {
    assertThat(kind("POS", "-1.00")).isEqualTo(PaymentKind.CARD);
    assertThat(kind("CHECK", "-1.00")).isEqualTo(PaymentKind.CHEQUE);
    assertThat(kind("SRVCHG", "-1.00")).isEqualTo(PaymentKind.FEE);
    assertThat(kind("INT", "-1.00")).isEqualTo(PaymentKind.FEE);
    assertThat(kind("INT", "1.00")).isEqualTo(PaymentKind.OTHER);
    assertThat(kind("directdep", "1.00")).isEqualTo(PaymentKind.TRANSFER);
    assertThat(kind("DIRECTDEBIT", "-1.00")).isEqualTo(PaymentKind.DIRECT_DEBIT);
    assertThat(kind("OTHER", "-1.00")).isEqualTo(PaymentKind.OTHER);
  }

  @Test
  void aRateInforms() {
    Payment payment =
        changed("<NAME>A\n", "<NAME>A\n<ORIGCURRENCY><CURRATE>1.25<CURSYM>USD</ORIGCURRENCY>\n");

    assertThat(payment.details().exchangeRate()).isEqualByComparingTo(new BigDecimal("1.25"));
  }

  @Test
  void aTransactionHasOneNameInAllFilesThatHoldIt() {
    String one = OfxFile.transaction("CREDIT", "1.00", "F-0001", "A");
    String two = OfxFile.transaction("CREDIT", "2.00", "F-0002", "B");
    ReadFile first = OfxFile.sgml(one);
    ReadFile both = OfxFile.sgml(two + one, "<DTSTART>20261101", "<DTSTART>20261110", "EST", "CET");

    assertThat(both.payments().get(1).id()).isEqualTo(first.payment().id());
  }

  @Test
  void aReferenceThatABankUsesAgainDoesNotMakeTwoTransactionsOne() {
    String one = OfxFile.transaction("CREDIT", "1.00", "F-0001", "A");
    List<Payment> payments =
        OfxFile.sgml(
                one
                    + OfxFile.transaction("CREDIT", "2.00", "F-0001", "A")
                    + one.replace("20261118", "20261117")
                    + one)
            .payments();

    assertThat(payments).extracting(Payment::id).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void aNumberThatEachFileCountsFromOneIsNoReference() {
    String one = OfxFile.transaction("CREDIT", "1.00", "1", "A");
    String again = OfxFile.transaction("CREDIT", "1.00", "7", "A");
    String none = OfxFile.transaction("CREDIT", "1.00", "", "A");

    assertThat(OfxFile.sgml(again).payment().id()).isEqualTo(OfxFile.sgml(one).payment().id());
    assertThat(OfxFile.sgml(none).payment().id()).isEqualTo(OfxFile.sgml(one).payment().id());
  }

  @Test
  void anAmountOfZeroMovesNoMoney() {
    ReadFile file = OfxFile.sgml(OfxFile.transaction("OTHER", "0.00", "F-0001", "A"));

    assertThat(file.payments()).isEmpty();
    assertThat(file.statement().entries()).isEqualTo(1);
  }

  private static Payment changed(String text, String replacement) {
    return OfxFile.sgml(OfxFile.transaction("CREDIT", "1.00", "F-0001", "A"), text, replacement)
        .payment();
  }

  private static PaymentKind kind(String type, String amount) {
    return OfxFile.sgml(OfxFile.transaction(type, amount, "F-0001", "A")).payment().kind();
  }
}
