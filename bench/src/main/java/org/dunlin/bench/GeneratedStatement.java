package org.dunlin.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A camt.053.001.08 statement of so many transactions that ties out, with what banks put into one:
 * references, both parties with address and account, agents, remittance and codes. There is no
 * blank between its elements: a parser's work on blanks would flatter whoever skips them.
 */
final class GeneratedStatement {
  private static final Pattern BETWEEN = Pattern.compile(">\\s+<");

  private static final String BEGIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
        <BkToCstmrStmt>
          <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T06:00:00Z</CreDtTm></GrpHdr>
          <Stmt>
            <Id>S1</Id>
            <CreDtTm>2026-11-20T06:00:00Z</CreDtTm>
            <FrToDt><FrDtTm>2026-11-19T00:00:00Z</FrDtTm><ToDtTm>2026-11-19T23:59:59Z</ToDtTm></FrToDt>
            <Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id><Ccy>EUR</Ccy></Acct>
      """;
  private static final String BALANCE =
      """
            <Bal>
              <Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>
              <Amt Ccy="EUR">%s</Amt>
              <CdtDbtInd>CRDT</CdtDbtInd>
              <Dt><Dt>2026-11-19</Dt></Dt>
            </Bal>
      """;
  private static final String ENTRY =
      """
            <Ntry>
              <NtryRef>%1$d</NtryRef>
              <Amt Ccy="EUR">%2$s</Amt>
              <CdtDbtInd>CRDT</CdtDbtInd>
              <Sts><Cd>BOOK</Cd></Sts>
              <BookgDt><Dt>2026-11-19</Dt></BookgDt>
              <ValDt><Dt>2026-11-19</Dt></ValDt>
              <AcctSvcrRef>B%1$08d</AcctSvcrRef>
              <BkTxCd>
                <Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>
                <Prtry><Cd>NTRF+166</Cd><Issr>BANK</Issr></Prtry>
              </BkTxCd>
              <NtryDtls>
      """;
  private static final String TRANSACTION =
      """
                <TxDtls>
                  <Refs>
                    <AcctSvcrRef>T%1$08d</AcctSvcrRef>
                    <InstrId>I%1$08d</InstrId>
                    <EndToEndId>E2E-%1$08d</EndToEndId>
                    <TxId>X%1$08d</TxId>
                  </Refs>
                  <Amt Ccy="EUR">%2$s</Amt>
                  <CdtDbtInd>CRDT</CdtDbtInd>
                  <AmtDtls><TxAmt><Amt Ccy="EUR">%2$s</Amt></TxAmt></AmtDtls>
                  <RltdPties>
                    <Dbtr>
                      <Pty>
                        <Nm>Bakkerij Jansen %1$d B.V.</Nm>
                        <PstlAdr><StrtNm>Dam 1</StrtNm><TwnNm>Amsterdam</TwnNm><Ctry>NL</Ctry></PstlAdr>
                      </Pty>
                    </Dbtr>
                    <DbtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></DbtrAcct>
                    <Cdtr><Pty><Nm>Molen Meel B.V.</Nm></Pty></Cdtr>
                    <CdtrAcct><Id><IBAN>NL44RABO0123456789</IBAN></Id></CdtrAcct>
                  </RltdPties>
                  <RltdAgts>
                    <DbtrAgt><FinInstnId><BICFI>ABNANL2A</BICFI></FinInstnId></DbtrAgt>
                    <CdtrAgt><FinInstnId><BICFI>RABONL2U</BICFI></FinInstnId></CdtrAgt>
                  </RltdAgts>
                  <RmtInf>%3$s</RmtInf>
                </TxDtls>
      """;
  private static final String STRUCTURED =
      "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>2026-%1$04d</Nb></RfrdDocInf>"
          + "<CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>RF18%1$012d</Ref>"
          + "</CdtrRefInf></Strd>";

  private GeneratedStatement() {}

  /** Each transaction is an entry of its own. */
  static byte[] ofEntries(int transactions) {
    return statement(transactions, 1);
  }

  /** The transactions are booked in entries of so many each. */
  static byte[] ofBatches(int transactions, int each) {
    return statement(transactions, each);
  }

  private static byte[] statement(int transactions, int each) {
    StringBuilder xml = new StringBuilder(transactions * 2_000);
    long cents = 0;
    for (int i = 0; i < transactions; i++) {
      cents += cents(i);
    }
    xml.append(BEGIN);
    xml.append(BALANCE.formatted("OPBD", "0.00"));
    xml.append(BALANCE.formatted("CLBD", amount(cents)));
    for (int i = 0; i < transactions; i += each) {
      entry(xml, i, Math.min(each, transactions - i));
    }
    xml.append("    </Stmt>\n  </BkToCstmrStmt>\n</Document>\n");
    return BETWEEN.matcher(xml).replaceAll("><").getBytes(StandardCharsets.UTF_8);
  }

  private static void entry(StringBuilder xml, int first, int transactions) {
    long cents = 0;
    for (int i = first; i < first + transactions; i++) {
      cents += cents(i);
    }
    xml.append(String.format(Locale.ROOT, ENTRY, first, amount(cents)));
    for (int i = first; i < first + transactions; i++) {
      xml.append(String.format(Locale.ROOT, TRANSACTION, i, amount(cents(i)), remittance(i)));
    }
    xml.append("        </NtryDtls>\n      </Ntry>\n");
  }

  /** Two of three payers write words, the third refers to the invoice by its fields. */
  private static String remittance(int number) {
    return number % 3 == 2
        ? String.format(Locale.ROOT, STRUCTURED, number)
        : String.format(Locale.ROOT, "<Ustrd>factuur 2026-%04d klant D%d</Ustrd>", number, number);
  }

  private static long cents(int number) {
    return 1_000 + number * 137L % 900_000;
  }

  private static String amount(long cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }
}
