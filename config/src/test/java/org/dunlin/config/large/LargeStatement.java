package org.dunlin.config.large;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A camt.053.001.08 statement of many entries that ties out: each with parties, references and
 * remittance, one of them a batch with the transactions that it was booked from. One entry, in the
 * middle, pays {@link #INVOICE}.
 *
 * @param entries how many, the batch among them
 * @param batch how many transactions the batch has
 */
record LargeStatement(int entries, int batch) {
  static final String IBAN = "NL44RABO0123456789";
  static final LocalDate DAY = LocalDate.of(2026, 11, 19);
  static final String INVOICE = "F2026-4711";
  private static final int BYTES_OF_AN_ENTRY = 1_020;
  private static final int BYTES_OF_A_TRANSACTION = 590;

  /** One of about so many bytes. */
  static LargeStatement ofBytes(long bytes) {
    int batch = (int) Math.min(20_000, bytes / 20 / BYTES_OF_A_TRANSACTION);
    long rest = bytes - (long) batch * BYTES_OF_A_TRANSACTION;
    return new LargeStatement((int) (rest / BYTES_OF_AN_ENTRY), batch);
  }

  /** How many payments it is: each transaction of the batch is one. */
  int payments() {
    return entries - 1 + batch;
  }

  void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
          <GrpHdr><MsgId>M20261119</MsgId><CreDtTm>2026-11-20T06:00:00Z</CreDtTm></GrpHdr>
          <Stmt><Id>S20261119</Id><CreDtTm>2026-11-20T06:00:00Z</CreDtTm>
          <FrToDt><FrDtTm>2026-11-19T00:00:00Z</FrDtTm><ToDtTm>2026-11-19T23:59:59Z</ToDtTm></FrToDt>
          <Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>
          """
              .formatted(IBAN));
      long cents = 0;
      for (int i = 0; i < entries; i++) {
        cents += i == entries - 1 ? batchCents() : cents(i);
      }
      balance(out, "OPBD", 0);
      balance(out, "CLBD", cents);
      for (int i = 0; i < entries - 1; i++) {
        entry(out, i);
      }
      batch(out);
      out.write("</Stmt></BkToCstmrStmt></Document>\n");
    }
  }

  private static long cents(int number) {
    return 1_000 + number * 37L % 90_000;
  }

  private long batchCents() {
    long cents = 0;
    for (int i = 0; i < batch; i++) {
      cents += cents(i);
    }
    return cents;
  }

  private static String amount(long cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }

  private static void balance(Writer out, String code, long cents) throws IOException {
    out.write(
        """
        <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-19</Dt></Dt></Bal>
        """
            .formatted(code, amount(cents)));
  }

  private void entry(Writer out, int number) throws IOException {
    String remittance =
        number == entries / 2
            ? "invoice " + INVOICE
            : "your order of " + number % 28 + " October, thanks";
    out.write(
        """
        <Ntry>
          <NtryRef>%1$d</NtryRef>
          <Amt Ccy="EUR">%2$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-11-19</Dt></BookgDt><ValDt><Dt>2026-11-19</Dt></ValDt>
          <AcctSvcrRef>B2026111900%1$09d</AcctSvcrRef>
          <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
          <NtryDtls>%3$s</NtryDtls>
          <AddtlNtryInf>SEPA credit transfer</AddtlNtryInf>
        </Ntry>
        """
            .formatted(number, amount(cents(number)), transaction("E", number, remittance)));
  }

  private void batch(Writer out) throws IOException {
    out.write(
        """
        <Ntry>
          <Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-11-19</Dt></BookgDt><ValDt><Dt>2026-11-19</Dt></ValDt>
          <AcctSvcrRef>BATCH20261119</AcctSvcrRef>
          <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
          <NtryDtls><Btch><NbOfTxs>%d</NbOfTxs></Btch>
        """
            .formatted(amount(batchCents()), batch));
    for (int i = 0; i < batch; i++) {
      out.write(transaction("T", i, "part " + i + " of the collection of November"));
    }
    out.write("</NtryDtls></Ntry>\n");
  }

  private static String transaction(String kind, int number, String remittance) {
    return """

            <TxDtls>
              <Refs><EndToEndId>%1$s-2026-%2$08d</EndToEndId><TxId>%1$sX%2$010d</TxId></Refs>
              <Amt Ccy="EUR">%3$s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
              <RltdPties><Dbtr><Pty><Nm>Household %4$d of the Long Street</Nm>
                <PstlAdr><Ctry>NL</Ctry><AdrLine>Long Street %4$d, 8011 AA Zwolle</AdrLine></PstlAdr></Pty></Dbtr>
                <DbtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></DbtrAcct></RltdPties>
              <RltdAgts><DbtrAgt><FinInstnId><BICFI>ABNANL2A</BICFI></FinInstnId></DbtrAgt></RltdAgts>
              <RmtInf><Ustrd>%5$s</Ustrd></RmtInf>
            </TxDtls>
        """
        .formatted(kind, number, amount(cents(number)), number % 40_000, remittance);
  }

  /** The open invoice that one of the entries pays. */
  void writeInvoice(Path file) throws IOException {
    String amount = amount(cents(entries / 2));
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:ID>%1$s</cbc:ID>
          <cbc:IssueDate>2026-10-01</cbc:IssueDate>
          <cbc:DueDate>2026-10-31</cbc:DueDate>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:AccountingCustomerParty><cac:Party>
            <cac:PartyLegalEntity>
              <cbc:RegistrationName>Kuiper Bouw</cbc:RegistrationName>
              <cbc:CompanyID>87654321</cbc:CompanyID>
            </cac:PartyLegalEntity>
          </cac:Party></cac:AccountingCustomerParty>
          <cac:LegalMonetaryTotal>
            <cbc:TaxInclusiveAmount currencyID="EUR">%2$s</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">%2$s</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
        </Invoice>
        """
            .formatted(INVOICE, amount));
  }
}
