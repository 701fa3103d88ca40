package org.dunlin.connectors.bai2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is read of a balance report, and from where. */
class ReportTest {
  @Test
  void everyAccountIsAStatementWithItsBookedBalances() {
    List<Statement> statements = Sample.report().statements();

    assertThat(statements)
        .extracting(Statement::account)
        .containsExactly(
            new AccountId(null, "0012345678", null), new AccountId(null, "0087654321", null));
    assertThat(statements.get(0).openingBalance()).isEqualTo(Money.parse("USD 1000.00"));
    assertThat(statements.get(0).closingBalance()).isEqualTo(Money.parse("USD 2260.00"));
    assertThat(statements.get(0).entries()).isEqualTo(4);
    assertThat(statements.get(0).to()).hasToString("2026-11-20");
    assertThat(statements.get(1).openingBalance()).isEqualTo(Money.parse("EUR -50.00"));
  }

  @Test
  void anEntryHasTypeReferencesAndText() {
    Payment wire = Sample.report().payments().get(0);

    assertThat(wire.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(wire.direction()).isEqualTo(Direction.IN);
    assertThat(wire.amount()).isEqualTo(Money.parse("USD 1210.00"));
    assertThat(wire.bookingDate()).hasToString("2026-11-20");
    assertThat(wire.valueDate()).isNull();
    assertThat(wire.transactionCode()).isEqualTo("195");
    assertThat(wire.details().references().bankReference()).isEqualTo("FW26324001");
    assertThat(wire.details().references().instructionId()).isEqualTo("INV 2026-0042");
    assertThat(wire.remittance()).isEqualTo("WIRE FROM ACME SUPPLY INC, INVOICE 2026-0042");
  }

  @Test
  void aTextGoesOnInTheRecordsThatContinueIt() {
    assertThat(Sample.report().payments().get(1).remittance())
        .isEqualTo("SMITH BAKERY INV 17 AND INV 18, THANK YOU");
  }

  @Test
  void anEntryMayBeContinuedBeforeItsText() {
    Sample sample =
        Sample.report()
            .with(
                "16,195,121000,0,FW26324001,INV 2026-0042,WIRE",
                "16,195,121000,0,FW26324001/\n88,INV 2026-0042,WIRE")
            .with("49,674000,8/", "49,674000,9/")
            .with("98,764000,2,13/", "98,764000,2,14/")
            .with("99,764000,1,15/", "99,764000,1,16/");

    assertThat(sample.payments()).isEqualTo(Sample.report().payments());
  }

  @Test
  void aChequeIsKnownByItsNumber() {
    Payment cheque = Sample.report().payments().get(2);

    assertThat(cheque.kind()).isEqualTo(PaymentKind.CHEQUE);
    assertThat(cheque.direction()).isEqualTo(Direction.OUT);
    assertThat(cheque.details().references().chequeNumber()).isEqualTo("1042");
    assertThat(cheque.details().references().instructionId()).isNull();
  }

  @Test
  void availabilityIsPassedOverInEachOfItsForms() {
    Payment fee = Sample.report().payments().get(3);

    assertThat(fee.kind()).isEqualTo(PaymentKind.FEE);
    assertThat(fee.amount()).isEqualTo(Money.parse("USD 40.00"));
    assertThat(fee.remittance()).isNull();
    assertThat(
            Sample.report()
                .with("16,142,29000,Z,", "16,142,29000,V,261123,1200,")
                .payments()
                .get(1)
                .valueDate())
        .hasToString("2026-11-23");
  }

  @Test
  void theCurrencyIsTheAccountsElseTheGroupsElseDollars() {
    assertThat(Sample.report().payments().get(4).amount()).isEqualTo(Money.parse("EUR 500.00"));
    assertThat(Sample.report().with("2400,USD,2", "2400,,2").payments().get(0).amount())
        .isEqualTo(Money.parse("USD 1210.00"));
    assertThat(Sample.report().with("2400,USD,2", "2400,JPY,2").payments().get(0).amount())
        .isEqualTo(Money.parse("JPY 121000"));
  }

  @Test
  void entriesOfInterimGroupsAreAdvised() {
    for (String modifier : new String[] {"1", "3"}) {
      Sample.Read read = Sample.report().with("2400,USD,2", "2400,USD," + modifier).read();

      assertThat(read.of(Statement.class)).isEmpty();
      assertThat(read.advised())
          .extracting(each -> each.id())
          .isEqualTo(Sample.report().payments().stream().map(Payment::id).toList());
    }
    assertThat(Sample.report().read().advised()).isEmpty();
  }

  @Test
  void balancesWithoutEntriesAreNoStatement() {
    String only =
        "01,B,A,261121,0615,1,,,2/\n02,A,B,1,261120,,,2/\n"
            + "03,1,,010,100,,,190,500,1,/\n49,600,2/\n98,600,1,4/\n99,600,1,6/\n";

    assertThat(new Sample(only).read().records()).isEmpty();
  }

  @Test
  void recordsMayStandBehindEachOtherInBlocks() {
    Sample blocks = new Sample(Sample.report().text().replace("/\n", "/      "));

    assertThat(blocks.read().records()).isEqualTo(Sample.report().read().records());
  }

  @Test
  void aLineThatBeginsNoRecordGoesOnWithTheText() {
    Sample wrapped = Sample.report().with("SMITH BAKERY  INV 17/", "SMITH BAKERY\nINV 17/");

    assertThat(wrapped.payments()).isEqualTo(Sample.report().payments());
  }

  @Test
  void anAmountOfMinusGoesTheOtherWay() {
    Sample sample =
        new Sample(
            "01,B,A,261121,0615,1,,,2/\n02,A,B,1,261120,,,2/\n"
                + "03,1,,010,500,,,015,400,,/\n16,142,-100,,,,REVERSAL/\n"
                + "49,800,3/\n98,800,1,5/\n99,800,1,7/\n");

    assertThat(sample.payments().get(0).direction()).isEqualTo(Direction.OUT);
    assertThat(sample.payments().get(0).amount()).isEqualTo(Money.parse("USD 1.00"));
  }

  @Test
  void oneAccountIsAFileOfItsOwnWithTrailersThatHold() {
    Sample extract = Sample.report().extract("0087654321");

    assertThat(extract.read().records()).isEqualTo(ofAccount("0087654321"));
    assertThat(extract.text()).doesNotContain("0012345678", "WIRE FROM");
    assertThat(extract).isEqualTo(Sample.report().extract("0087654321"));
    assertThat(Sample.report().extract("0012345678").read().records())
        .isEqualTo(ofAccount("0012345678"));
    assertThat(Sample.report().extract("1").text()).isEmpty();
  }

  private static List<?> ofAccount(String number) {
    return Sample.report().read().records().stream()
        .filter(each -> each.toString().contains("accountNumber=" + number))
        .toList();
  }
}
