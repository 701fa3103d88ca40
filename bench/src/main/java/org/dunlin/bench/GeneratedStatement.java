package org.dunlin.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A camt.053.001.08 statement of so many entries that ties out. */
final class GeneratedStatement {
  private GeneratedStatement() {}

  static byte[] of(int entries) {
    StringBuilder xml = new StringBuilder(entries * 900);
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T06:00:00Z</CreDtTm></GrpHdr>
        <Stmt><Id>S1</Id><CreDtTm>2026-11-20T06:00:00Z</CreDtTm>
        <FrToDt><FrDtTm>2026-11-19T00:00:00Z</FrDtTm><ToDtTm>2026-11-19T23:59:59Z</ToDtTm></FrToDt>
        <Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id><Ccy>EUR</Ccy></Acct>
        """);
    balance(xml, "OPBD", "0.00");
    balance(xml, "CLBD", entries + ".00");
    for (int i = 0; i < entries; i++) {
      entry(xml, i);
    }
    xml.append("</Stmt></BkToCstmrStmt></Document>\n");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void balance(StringBuilder xml, String code, String amount) {
    xml.append(
        String.format(
            Locale.ROOT,
            "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-19</Dt></Dt></Bal>%n",
            code,
            amount));
  }

  private static void entry(StringBuilder xml, int number) {
    xml.append(
        String.format(
            Locale.ROOT,
            """
            <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2026-11-19</Dt></BookgDt><ValDt><Dt>2026-11-19</Dt></ValDt>
            <AcctSvcrRef>B%08d</AcctSvcrRef>
            <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
            <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
            <Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <RltdPties><Dbtr><Pty><Nm>Customer %d</Nm></Pty></Dbtr>
            <DbtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></DbtrAcct></RltdPties>
            <RmtInf><Ustrd>invoice 2026-%04d</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            """,
            number,
            number,
            number));
  }
}
