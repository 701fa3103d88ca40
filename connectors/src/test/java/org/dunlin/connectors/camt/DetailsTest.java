package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a bank says of a payment beside what every program knows. */
class DetailsTest {
  private static final String REFERENCES = "<EndToEndId>E2E-1</EndToEndId>";
  private static final String AMOUNTS = REFERENCES + "</Refs>";

  @Test
  void theNumbersOfBanksAndPartiesAreKept() {
    Payment payment =
        first(
            Sample.version02()
                .with(
                    REFERENCES,
                    "<MsgId>M-1</MsgId><AcctSvcrRef>TX</AcctSvcrRef><PmtInfId>P-1</PmtInfId>"
                        + "<InstrId>I-1</InstrId>"
                        + REFERENCES
                        + "<UETR>1f3c2b1a-0000-4000-8000-000000000001</UETR><TxId>T-1</TxId>"
                        + "<MndtId>MND</MndtId><ChqNb>7</ChqNb><ClrSysRef>C-1</ClrSysRef>"));

    assertThat(payment.details().references())
        .hasToString(
            "BankReferences[messageId=M-1, batchId=P-1, instructionId=I-1, transactionId=T-1,"
                + " uetr=1f3c2b1a-0000-4000-8000-000000000001, mandateId=MND, chequeNumber=7,"
                + " clearingReference=C-1, bankReference=TX,"
                + " entryReference=null, detailMessageId=null]");
  }

  @Test
  void aBatchNamesItsMessageAndItsOrderForAllItsTransactions() {
    Sample sample =
        Sample.version02().with("<Btch>", "<Btch><MsgId>M-2</MsgId><PmtInfId>P-2</PmtInfId>");

    assertThat(sample.payments().subList(1, 3))
        .extracting(payment -> payment.details().references().batchId())
        .containsExactly("P-2", "P-2");
  }

  @Test
  void whyMoneyCameBackIsKeptInCodeAndWords() {
    Payment payment =
        Sample.version02()
            .with(
                "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>",
                "<RtrInf><OrgnlBkTxCd><Prtry><Cd>NDDT</Cd></Prtry></OrgnlBkTxCd>"
                    + "<Rsn><Prtry>NOGO</Prtry></Rsn>"
                    + "<AddtlInf>insufficient</AddtlInf><AddtlInf>funds</AddtlInf></RtrInf>")
            .payments()
            .get(1);

    assertThat(payment.details().returnReason()).isEqualTo("NOGO");
    assertThat(payment.details().returnText()).isEqualTo("insufficient funds");
    assertThat(payment.details().returnedCode()).isEqualTo("NDDT");
    assertThat(Sample.version02().payments().get(1).details().returnReason()).isEqualTo("AM04");
  }

  @Test
  void whatThePayerOrderedInAnotherCurrencyIsKeptWithTheRate() {
    Payment payment =
        first(
            Sample.version02()
                .with(
                    AMOUNTS,
                    AMOUNTS
                        + "<AmtDtls><InstdAmt><Amt Ccy=\"USD\">1300.00</Amt></InstdAmt>"
                        + "<TxAmt><Amt Ccy=\"EUR\">1210.00</Amt><CcyXchg><SrcCcy>USD</SrcCcy>"
                        + "<XchgRate>1.0744</XchgRate></CcyXchg></TxAmt></AmtDtls>"));

    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(payment.details().instructedAmount()).isEqualTo(Money.parse("USD 1300.00"));
    assertThat(payment.details().exchangeRate()).isEqualTo(new BigDecimal("1.0744"));
  }

  @Test
  void anOrderedAmountThatIsWhatMovedOrThatCannotBeReadIsLeftOut() {
    for (String amount : new String[] {"EUR\">1210.00", "XYZ\">5.00", "USD\">-1.00", "USD\">a"}) {
      Payment payment =
          first(
              Sample.version02()
                  .with(
                      AMOUNTS,
                      AMOUNTS
                          + "<AmtDtls><InstdAmt><Amt Ccy=\""
                          + amount
                          + "</Amt></InstdAmt></AmtDtls>"));

      assertThat(payment.details().instructedAmount()).isNull();
    }
  }

  @Test
  void chargesAreReadInTheShapeOfEveryVersion() {
    Payment until03 =
        first(
            Sample.version02()
                .with(
                    "</Refs>\n            <RltdPties>",
                    "</Refs><Chrgs><Amt Ccy=\"EUR\">2.00</Amt><Tp><Prtry><Id>OUR</Id></Prtry></Tp>"
                        + "</Chrgs><RltdPties>"));
    Payment since04 =
        Sample.version08()
            .with(
                "<c:RltdPties>\n              <c:Dbtr>",
                "<c:Chrgs><c:Rcrd><c:Amt Ccy=\"SEK\">3</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd>"
                    + "<c:ChrgInclInd>true</c:ChrgInclInd><c:Tp><c:Cd>BRKF</c:Cd></c:Tp></c:Rcrd>"
                    + "</c:Chrgs><c:RltdPties><c:Dbtr>")
            .payments()
            .get(0);

    assertThat(until03.details().charges())
        .containsExactly(new BankCharge(Money.parse("EUR 2.00"), Direction.OUT, null, "OUR"));
    assertThat(since04.details().charges())
        .containsExactly(new BankCharge(Money.parse("SEK 3.00"), Direction.IN, true, "BRKF"));
  }

  @Test
  void forWhomTheOtherPartyPaysStandsBesideIt() {
    Payment payment =
        first(
            Sample.version02()
                .with(
                    "<Cdtr><Nm>MOLEN MEEL</Nm></Cdtr>",
                    "<UltmtDbtr><Nm>JANSEN HOLDING</Nm></UltmtDbtr><Cdtr><Nm>MOLEN MEEL</Nm></Cdtr>"
                        + "<UltmtCdtr><Nm>MOLEN SHOP</Nm></UltmtCdtr>"));

    assertThat(payment.payerName()).isEqualTo("BAKKERIJ JANSEN");
    assertThat(payment.details().ultimatePayerName()).isEqualTo("JANSEN HOLDING");
    assertThat(payment.details().ultimateOwnName()).isEqualTo("MOLEN SHOP");
  }

  @Test
  void aPartyWithoutNameHasThatOfItsAccountOrOfWhoInitiatedThePayment() {
    String party = "<Dbtr><Nm>BAKKERIJ JANSEN</Nm></Dbtr>";

    assertThat(
            first(Sample.version02().with(party, "<InitgPty><Nm>JANSEN</Nm></InitgPty>"))
                .payerName())
        .isEqualTo("JANSEN");
    assertThat(
            first(
                    Sample.version02()
                        .with(party, "")
                        .with(
                            "00</IBAN></Id></DbtrAcct>", "00</IBAN></Id><Nm>J. B.</Nm></DbtrAcct>"))
                .payerName())
        .isEqualTo("J. B.");
  }

  @Test
  void aPrivatePersonAndAnOrganisationAreKnownByTheirNumbers() {
    for (String id :
        new String[] {
          "<PrvtId><Othr><Id>NR-1</Id></Othr></PrvtId>",
          "<OrgId><Othr><Id>NR-1</Id></Othr></OrgId>",
          "<OrgId><BICOrBEI>NR-1</BICOrBEI></OrgId>",
          "<OrgId><AnyBIC>NR-1</AnyBIC></OrgId>"
        }) {
      Payment payment =
          first(
              Sample.version02()
                  .with("JANSEN</Nm></Dbtr>", "JANSEN</Nm><Id>" + id + "</Id></Dbtr>"));

      assertThat(payment.details().payerId()).isEqualTo("NR-1");
    }
  }

  @Test
  void anAccountMayBeNamedByItsSchemeOrByAProxy() {
    String iban = "<Id><IBAN>NL91 ABNA 0417 1643 00</IBAN></Id>";

    assertThat(first(Sample.version02().with(iban, "<Id><BBAN>42</BBAN></Id>")).payerAccount())
        .isEqualTo(new AccountId(null, "42", "BBAN"));
    assertThat(
            first(
                    Sample.version02()
                        .with(iban, "<Prxy><Tp><Cd>TELE</Cd></Tp><Id>+31612345678</Id></Prxy>"))
                .payerAccount())
        .isEqualTo(new AccountId(null, "+31612345678", "TELE"));
  }

  @Test
  void theBanksWordsStandBesideThoseOfThePayer() {
    assertThat(first(Sample.version02()).details().bankText()).isEqualTo("words of the bank");
    assertThat(Sample.version02().payments().get(3).details().bankText()).isNull();
  }

  private static Payment first(Sample sample) {
    return sample.payments().get(0);
  }
}
