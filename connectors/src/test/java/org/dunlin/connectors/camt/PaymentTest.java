package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.RemittanceReference;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PaymentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final AccountId ACCOUNT = AccountId.ofIban("NL44RABO0123456789");

  @Test
  void aPaymentIsReadAsItStands() {
    assertThat(Sample.version02().payments().get(0))
        .isEqualTo(
            new Payment(
                "NL44RABO0123456789/REF-1",
                PaymentKind.TRANSFER,
                Direction.IN,
                DAY,
                LocalDate.of(2026, 11, 19),
                Money.parse("EUR 1210.00"),
                "BAKKERIJ JANSEN",
                AccountId.ofIban("NL91ABNA0417164300"),
                "ABNANL2A",
                "factuur 2026-0042",
                "RF18539007547034",
                List.of(new RemittanceReference("CINV", "2026-0042", Money.parse("EUR 1210.00"))),
                "E2E-1",
                "PMNT-RCDT-ESCT",
                ACCOUNT,
                null,
                details(),
                null));
  }

  @Test
  void version08PutsPartiesBanksStatusAndDatesElsewhere() {
    Payment in = Sample.version08().payments().get(0);

    assertThat(in.payerName()).isEqualTo("Bageri Ab");
    assertThat(in.payerAccount()).isEqualTo(new AccountId(null, "987", null));
    assertThat(in.payerBic()).isEqualTo("ESSESESS");
    assertThat(in.bookingDate()).isEqualTo(DAY);
    assertThat(in.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(Sample.version08().payments().get(1).payerName()).isEqualTo("Some Bank");
  }

  @Test
  void whatIsNotBookedIsNoPayment() {
    assertThat(Sample.version02().payments())
        .extracting(Payment::amount)
        .doesNotContain(Money.parse("EUR 999.00"))
        .hasSize(4);
  }

  @Test
  void forMoneyThatLeavesTheOtherPartyIsTheCreditor() {
    Payment out =
        Sample.version02()
            .with(
                "<CdtDbtInd>CRDT</CdtDbtInd>\n        <Sts>BOOK",
                "<CdtDbtInd>DBIT</CdtDbtInd>\n        <Sts>BOOK")
            .with("CLBD", "CLAV")
            .payments()
            .get(0);

    assertThat(out.direction()).isEqualTo(Direction.OUT);
    assertThat(out.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(out.payerName()).isEqualTo("MOLEN MEEL");
    assertThat(out.payerAccount()).isNull();
  }

  @Test
  void theUltimateDebtorCountsWhereNoDebtorIsNamed() {
    Sample sample =
        Sample.version02()
            .with(
                "<Dbtr><Nm>BAKKERIJ JANSEN</Nm></Dbtr>",
                "<UltmtDbtr><Nm>JANSEN HOLDING</Nm></UltmtDbtr>");

    assertThat(sample.payments().get(0).payerName()).isEqualTo("JANSEN HOLDING");
  }

  @Test
  void theOwnCompanyIsNeverThePayerOfWhatComesIn() {
    Sample sample = Sample.version02().with("<Dbtr><Nm>BAKKERIJ JANSEN</Nm></Dbtr>", "");

    assertThat(sample.payments().get(0).payerName()).isNull();
  }

  @Test
  void theBankCodeBecomesTheKindOfPayment() {
    assertThat(kind("RCDT", "ESCT")).isEqualTo(PaymentKind.TRANSFER);
    assertThat(kind("IRCT", "ESCT")).isEqualTo(PaymentKind.TRANSFER);
    assertThat(kind("RDDT", "ESDD")).isEqualTo(PaymentKind.DIRECT_DEBIT);
    assertThat(kind("IDDT", "BBDD")).isEqualTo(PaymentKind.DIRECT_DEBIT);
    assertThat(kind("CCRD", "POSD")).isEqualTo(PaymentKind.CARD);
    assertThat(kind("MCRD", "POSP")).isEqualTo(PaymentKind.CARD);
    assertThat(kind("RCHQ", "CCHQ")).isEqualTo(PaymentKind.CHEQUE);
    assertThat(kind("RCDT", "CHRG")).isEqualTo(PaymentKind.FEE);
    assertThat(kind("RCDT", "RRTN")).isEqualTo(PaymentKind.RETURN);
    assertThat(kind("ICDT", "RPCR")).isEqualTo(PaymentKind.RETURN);
    assertThat(kind("CNTR", "CDPT")).isEqualTo(PaymentKind.OTHER);
  }

  @Test
  void aCodeOfTheBanksOwnIsKeptAndItsKindNotGuessed() {
    Payment payment = Sample.version08().payments().get(1);

    assertThat(payment.transactionCode()).isEqualTo("544");
    assertThat(payment.kind()).isEqualTo(PaymentKind.OTHER);
  }

  @Test
  void aReversalIsAReturnWhateverItsCodeSays() {
    Sample sample =
        Sample.version02().with("<Sts>BOOK</Sts>", "<RvslInd>true</RvslInd><Sts>BOOK</Sts>");

    assertThat(sample.payments()).extracting(Payment::kind).containsOnly(PaymentKind.RETURN);
    assertThat(
            Sample.version02()
                .with("<Sts>BOOK</Sts>", "<RvslInd>false</RvslInd><Sts>BOOK</Sts>")
                .payments())
        .isEqualTo(Sample.version02().payments());
  }

  @Test
  void aReturnNamesWhatItUndoesByItsEndToEndReferenceWhereThereIsOne() {
    List<Payment> payments = Sample.version02().payments();

    assertThat(payments.get(1).kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(payments.get(1).returnOf()).isEqualTo("DD-7");
    assertThat(payments.get(2).endToEndId()).isEqualTo("NOTPROVIDED");
    assertThat(payments.get(2).returnOf()).isNull();
    assertThat(payments.get(0).returnOf()).isNull();
  }

  @Test
  void aReturnKeepsTheRolesOfWhatItUndoes() {
    Payment returned = Sample.version02().payments().get(1);

    assertThat(returned.direction()).isEqualTo(Direction.OUT);
    assertThat(returned.payerName()).isEqualTo("P. de Vries");
  }

  @Test
  void theOtherPartyOfAReturnIsNeverTheOwnAccount() {
    Sample sample =
        Sample.version02()
            .with(
                "<RltdPties><Dbtr><Nm>P. de Vries</Nm></Dbtr></RltdPties>",
                "<RltdPties><Dbtr><Nm>Molen Meel</Nm></Dbtr>"
                    + "<DbtrAcct><Id><IBAN>NL44RABO0123456789</IBAN></Id></DbtrAcct>"
                    + "<Cdtr><Nm>P. de Vries</Nm></Cdtr></RltdPties>");

    assertThat(sample.payments().get(1).payerName()).isEqualTo("P. de Vries");
  }

  @Test
  void anEntryOfZeroMovesNoMoney() {
    Sample sample = Sample.version02().with(">2.50<", ">0.00<").with("1032.50", "1035.00");

    assertThat(sample.payments()).hasSize(3);
    assertThat(sample.statements().get(0).entries()).isEqualTo(3);
  }

  @Test
  void withoutBookingDateTheValueDateCounts() {
    Sample sample =
        Sample.version02()
            .with("<BookgDt><Dt>2026-11-20</Dt></BookgDt>\n        <ValDt>", "<ValDt>");

    assertThat(sample.payments().get(0).bookingDate()).isEqualTo(LocalDate.of(2026, 11, 19));
  }

  /** What the sample says beside the rest. */
  private static PaymentDetails details() {
    BankReferences bank =
        new BankReferences(null, null, null, null, null, null, null, null, "REF-1");
    return new PaymentDetails(
        bank, null, null, null, null, null, null, null, null, List.of(), "words of the bank");
  }

  private static PaymentKind kind(String family, String subFamily) {
    return new TransactionCode("PMNT", family, subFamily, null).kind(false);
  }
}
